# Completion of anhui-tui for bash 3.2 and later. It needs nothing else, and runs
# nothing of what has been typed.
#
#     source <(anhui-tui completion bash)

_anhui_tui() {
    COMPREPLY=()
    # The words up to the cursor as the program would get them. COMP_WORDS has them
    # broken at = and :, with their quotes.
    local line=${COMP_LINE:0:COMP_POINT} words=() cur='' quote='' begun='' c i
    for ((i = 0; i < ${#line}; i++)); do
        c=${line:i:1}
        if [[ -z $quote && $c == [[:space:]] ]]; then
            [[ -n $begun ]] && words+=("$cur")
            cur='' begun=''
            continue
        fi
        begun=1
        if [[ $c == "$quote" ]]; then
            quote=''
        elif [[ -z $quote && ( $c == \' || $c == \" ) ]]; then
            quote=$c
        elif [[ $c == \\ && $quote != \' ]]; then
            ((i++))
            cur+=${line:i:1}
        else
            cur+=$c
        fi
    done
    [[ ${#words[@]} -eq 0 ]] && return

    local program=${words[0]/#\~\//$HOME/}
    type -P -- "$program" >/dev/null || program=anhui-tui
    local out=() answer
    while IFS= read -r answer; do
        out+=("$answer")
    done < <("$program" __complete "${words[@]:1}" "$cur" 2>/dev/null)
    [[ ${#out[@]} -eq 0 ]] && return
    local last=$((${#out[@]} - 1)) directive
    directive=${out[last]#:}
    unset "out[last]"
    ((directive & 1)) && return

    # What readline replaces is the end of the word, after the last = or :.
    local end=$2
    [[ -z $quote ]] && end=${end//\\/}
    local lead=${cur%"$end"}
    if ((directive & 16)); then
        compopt -o filenames +o default 2>/dev/null
        while IFS= read -r answer; do
            COMPREPLY+=("$answer")
        done < <(compgen -d -- "$end")
        return
    fi
    local flag='' value
    [[ $cur == -*=* ]] && flag=${cur%%=*}=
    local values=() about=()
    for answer in "${out[@]}"; do
        value=$flag${answer%%$'\t'*}
        [[ $value == "$cur"* ]] || continue
        value=${value#"$lead"}
        [[ -z $quote ]] && printf -v value %q "$value"
        values+=("$value")
        [[ $answer == *$'\t'* ]] && answer=${answer#*$'\t'} || answer=''
        about+=("$answer")
    done
    if ((directive & 2)); then
        compopt -o nospace 2>/dev/null
    fi
    if ((directive & 4)); then
        compopt +o default 2>/dev/null
    fi
    # Where they are only listed, what they are stands beside them.
    if [[ ${#values[@]} -gt 1 && ( $COMP_TYPE == 63 || $COMP_TYPE == 33 || $COMP_TYPE == 64 ) ]]; then
        local widest=0
        for value in "${values[@]}"; do
            ((${#value} > widest)) && widest=${#value}
        done
        for i in "${!values[@]}"; do
            [[ -z ${about[i]} ]] && continue
            printf -v value '%-*s  %s' "$widest" "${values[i]}" "${about[i]}"
            values[i]=${value:0:$((${COLUMNS:-80} - 2))}
        done
    fi
    COMPREPLY=("${values[@]}")
}

complete -o default -F _anhui_tui anhui-tui

#compdef anhui-tui

# Completion of anhui-tui for zsh. It runs nothing of what has been typed.
#
#     anhui-tui completion zsh > "${fpath[1]}/_anhui-tui"

_anhui-tui() {
    local program=${${(Q)words[1]}/#\~\//$HOME/}
    (( $+commands[$program] )) || [[ -x $program ]] || program=anhui-tui
    local -a out values shown
    local line
    integer directive
    out=("${(@f)$("$program" __complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    directive=${out[-1]#:}
    (( directive & 1 )) && return 1
    compset -P '--*='
    for line in "${(@)out[1,-2]}"; do
        values+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }")
    done
    if (( directive & 16 )); then
        _files -/
    elif (( $#values )); then
        compadd -l -d shown -a values
    elif (( !(directive & 4) )); then
        _files
    fi
}

if [[ $funcstack[1] == _anhui-tui ]]; then
    _anhui-tui "$@"
else
    compdef _anhui-tui anhui-tui
fi

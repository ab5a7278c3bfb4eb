# Completion of anhui-tui for fish. It runs nothing of what has been typed.
#
#     anhui-tui completion fish | source

function __anhui_tui_complete
    set -l words (commandline -opc)
    set -l cur (commandline -ct)
    if string match -qr '^[\'"]' -- $cur # a quote is open
        set cur (string sub -s 2 -- $cur)
    else
        set cur (string unescape -- $cur)
    end
    set -l program (string replace -r '^~/' $HOME/ -- $words[1])
    type -q $program; or set program anhui-tui
    set -l out ($program __complete $words[2..] "$cur" 2>/dev/null)
    set -l directive (string sub -s 2 -- $out[-1])
    set -e out[-1]
    set -l flag (string match -r -- '^--[^=]*=' $cur)
    if test (math "bitand($directive, 1)") -ne 0
        return
    else if test (math "bitand($directive, 16)") -ne 0
        __fish_complete_directories $cur
    else if set -q out[1]
        printf "$flag%s\n" $out
    else if test (math "bitand($directive, 4)") -eq 0
        __fish_complete_path $cur
    end
end

complete -c anhui-tui -e
complete -c anhui-tui -f -a '(__anhui_tui_complete)'

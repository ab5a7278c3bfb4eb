//go:build unix

package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// In a real bash, a link with an option keeps it.
func TestCompletionInBash(t *testing.T) {
	t.Parallel()
	bash := need(t, "bash")
	program := build(t, ".")
	_, script, _ := runWith("", nil, "completion", "bash")
	// bash-completion itself may be missing: this is what it would hand over.
	script = `_get_comp_words_by_ref() { cur=${COMP_WORDS[COMP_CWORD]}; prev=${COMP_WORDS[COMP_CWORD-1]}; words=("${COMP_WORDS[@]}"); cword=$COMP_CWORD; }
__ltrimcolon_completions() { :; }
_init_completion() { _get_comp_words_by_ref; }
` + script + `
PATH=` + filepath.Dir(program) + `:$PATH
COMP_WORDS=("` + program + `" show clusters/hy); COMP_CWORD=2; COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
__start_anhui-tui
printf '%s\n' "${COMPREPLY[@]}"
`
	out, err := exec.Command(bash, writeTemp(t, script)).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "clusters/hydrogen") {
		t.Errorf("%v: %q", err, out)
	}
}

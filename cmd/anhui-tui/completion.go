package main

import (
	"embed"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// The scripts are ours but for PowerShell's: cobra's give up where a quote is open,
// as it is around a link, and that for bash needs a package bash does not come with.
//
//go:embed completion
var completionScripts embed.FS

// shells are those that there are scripts for.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

// completionCommand returns the command that prints the script by which a shell
// completes what is typed.
func (p *program) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion " + strings.Join(shells(), "|"),
		Short: "Print the script by which a shell completes links and ids at the Tab key",
		Long: `Print the script by which a shell completes commands, links and ids at the Tab
key. It is read at the start of the shell:

  bash        source <(anhui-tui completion bash)     in ~/.bashrc
  zsh         source <(anhui-tui completion zsh)      in ~/.zshrc, after compinit
  fish        anhui-tui completion fish | source      in ~/.config/fish/config.fish
  powershell  anhui-tui completion powershell | Out-String | Invoke-Expression
                                                      in the profile`,
		Args:      exactlyOne("a shell: " + strings.Join(shells(), ", ")),
		ValidArgs: shells(),
		RunE: func(cmd *cobra.Command, args []string) error {
			return completionScript(cmd.Root(), args[0], p.stdout)
		},
	}
}

func completionScript(root *cobra.Command, shell string, out io.Writer) error {
	if shell == "powershell" {
		return root.GenPowerShellCompletionWithDesc(out)
	}
	script, err := completionScripts.ReadFile("completion/anhui-tui." + shell)
	if err != nil {
		return usage("there is no completion for %q; there is for %s", shell, strings.Join(shells(), ", "))
	}
	_, err = out.Write(script)
	return err
}

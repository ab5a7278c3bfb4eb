package main

import (
	"github.com/spf13/cobra"

	"anhui-tui/tui/nav"
	"anhui-tui/tui/report"
	"anhui-tui/tui/sshd"
)

// howToPresent is what the commands of presentations say at home, where nobody is
// connected.
const howToPresent = "presentations are over SSH: run anhui-tui serve, then in another terminal ssh -t -p 2222 localhost %s"

func (p *program) presentCommand() *cobra.Command {
	var token string
	cmd := &cobra.Command{
		Use:   "present [LINK]",
		Short: "Present over SSH: others follow from their own terminals",
		Long: `Present, at LINK if given. The screen shows a code; whoever has it follows from a
terminal of their own, in their own size, language and theme. P shows what else there
is: pause, hand over, end. With --auto the tour is presented, step by step. After
leaving, a line tells how to resume within 15 minutes. This is a command of a server:
see anhui-tui serve --help.`,
		Example: `  ssh -t -p 2222 HOST present
  ssh -t -p 2222 HOST present "shares?scope=world"
  ssh -t -p 2222 HOST present --auto 20s`,
		Args:              atMost(1),
		ValidArgsFunction: p.complete(completeLink),
		RunE: func(cmd *cobra.Command, args []string) error {
			if p.room == nil {
				return usage(howToPresent, "present")
			}
			if d, err := p.load(); err == nil && p.auto > 0 && len(args) == 0 {
				args = []string{nav.TourStart(d).Link()}
			}
			return p.room(cmd, args, sshd.RoomRequest{Do: sshd.PresentRoom, Token: token})
		},
	}
	cmd.Flags().StringVar(&token, "resume", "", "resume the presentation of `TOKEN`, or of a code with the key that began it")
	p.addAuto(cmd)
	return cmd
}

func (p *program) followCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "follow CODE",
		Short: "Follow a presentation over SSH",
		Long: `Follow the presentation of CODE, which the presenter shows. Keys that lead elsewhere
end following, F follows again. Without a terminal, or with --accessible, it is the
line-by-line dialogue. This is a command of a server: see anhui-tui serve --help.`,
		Example: `  ssh -t -p 2222 HOST follow K7QM-3RXD`,
		Args:    exactlyOne("a code"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if p.room == nil {
				return usage(howToPresent, "follow CODE")
			}
			return p.room(cmd, nil, sshd.RoomRequest{Do: sshd.FollowRoom, Code: args[0]})
		},
	}
}

func (p *program) handoutCommand() *cobra.Command {
	forms := make([]string, 0, len(report.HandoutFormats()))
	for _, f := range report.HandoutFormats() {
		forms = append(forms, string(f))
	}
	format := enumFlag{forms[0], forms}
	cmd := &cobra.Command{
		Use:   "handout CODE",
		Short: "Print what was shown in a presentation over SSH",
		Long: `Print the places that were shown in the presentation of CODE, each with its link, its
figures and their citations, until the presentation ends. This is a command of a
server: see anhui-tui serve --help.`,
		Example: `  ssh -p 2222 HOST handout K7QM-3RXD --format md > shown.md`,
		Args:    exactlyOne("a code"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if p.room == nil {
				return usage(howToPresent, "handout CODE")
			}
			return p.room(cmd, nil, sshd.RoomRequest{Do: sshd.HandoutRoom, Code: args[0], Format: format.value})
		},
	}
	cmd.Flags().Var(&format, "format", "form of the hand-out")
	mustComplete(cmd, "format", format.complete)
	return cmd
}

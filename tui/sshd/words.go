package sshd

import (
	"fmt"
	"time"

	"anhui-tui/model"
)

// plainHint is for those who connect without a terminal.
const plainHint = "anhui-tui: for the dashboard, connect with a terminal: ssh -t host"

// words is what the server itself says on a screen.
type words struct {
	idle  string // %s is how long is left
	drain string
}

func wordsIn(l model.Lang) words {
	if l == model.ZH {
		return words{
			idle:  "长时间没有按键，%s后断开。按任意键继续。",   //nolint:gosmopolitan // Chinese text
			drain: "服务器即将重启。请按 q 退出，然后重新连接。", //nolint:gosmopolitan // Chinese text
		}
	}
	return words{
		idle:  "No key for a long time: closing in %s. Press any key to stay.",
		drain: "The server restarts soon. Press q, then connect again.",
	}
}

func (w words) idleIn(d time.Duration) string {
	return fmt.Sprintf(w.idle, d.Round(time.Second))
}

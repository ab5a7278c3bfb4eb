package text

import (
	"fmt"
	"time"

	"anhui-tui/model"
)

// The notices that the server shows over the last line of a screen.

// Restarting returns the notice that the server is about to restart.
func (t *Texts) Restarting() string {
	if t.Lang == model.ZH {
		return "服务器即将重启。请按q退出，然后重新连接。" //nolint:gosmopolitan // Chinese text
	}
	return "The server is about to restart. Press q and reconnect."
}

// Idle returns the notice that no key was pressed for some time, with the time
// left before the session ends, in seconds or minutes.
func (t *Texts) Idle(left time.Duration) string {
	n, minutes := int(left.Round(time.Second)/time.Second), false
	if n == 60 || n >= 120 {
		n, minutes = (n+30)/60, true
	}
	if t.Lang == model.ZH {
		unit := "秒" //nolint:gosmopolitan // Chinese text
		if minutes {
			unit = "分钟" //nolint:gosmopolitan // Chinese text
		}
		return fmt.Sprintf("长时间没有按键，%d%s后断开。按任意键保持连接。", n, unit) //nolint:gosmopolitan // Chinese text
	}
	unit := "second"
	if minutes {
		unit = "minute"
	}
	if n != 1 {
		unit += "s"
	}
	return fmt.Sprintf("No key pressed: disconnecting in %d %s. Press any key to stay.", n, unit)
}

package tui

import "anhui-tui/model"

func trendsView() view {
	return view{
		items:   func(p page) []string { return ids(p.data.Trends(), indicatorID) },
		start:   func(p page) string { return firstItem(ids(p.data.Trends(), indicatorID)) },
		subs:    func(p page) []string { return nil },
		body:    func(p page, a Area) pane { return p.flow(a, nil, "", nil) },
		figures: func(p page) []*model.Figure { return nil },
		open:    openDetail,
		hints:   []Action{moveDown, switchTable, showSource},
	}
}

package report

import "anhui-tui/model"

// overview is the headline figures, then each cluster's latest share of
// China and its size; or one of the figures, or of the clusters.
func (w *writer) overview() {
	headlines, clusters := w.data.Headlines(), w.data.Clusters
	if c := w.data.Cluster(w.at.Item); c != nil {
		headlines, clusters = nil, []*model.Cluster{c}
	} else if f := w.data.Figure(w.at.Item); f != nil {
		headlines, clusters = []*model.Figure{f}, nil
	}
	w.add(Section{Heading: w.text.Head.Figures, Level: 1, Figures: Figures{List: headlines, fields: w.ordinary()}})
	var shares, sizes []*model.Figure
	var without, sizeless []Note
	for _, c := range clusters {
		if f := w.data.NationalShare(c); f != nil {
			shares = append(shares, f)
		} else {
			without = append(without, Note{Label: c.Name.In(w.lang), Lines: []string{w.text.WithoutShare(w.data, c)}})
		}
		if f := w.data.Size(c); f != nil {
			sizes = append(sizes, f)
		} else {
			sizeless = append(sizeless, Note{Label: c.Name.In(w.lang), Lines: []string{w.text.Say.NotStated}})
		}
	}
	w.add(Section{Heading: w.text.Head.BestShare, Level: 1, Notes: without, Figures: Figures{
		List: shares, Gauges: 100,
		fields: []field{w.clusterField(), w.nameField(), w.valueField(), w.periodField(), w.sourceField()},
	}})
	w.add(Section{Heading: w.text.Head.Size, Level: 1, Notes: sizeless, Figures: Figures{
		List: sizes, fields: append([]field{w.clusterField()}, w.ordinary()...),
	}})
}

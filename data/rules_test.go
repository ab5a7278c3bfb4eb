package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"anhui-tui/model"
)

func TestFaultyValues(t *testing.T) {
	checkDamage(t, "observations.csv", []damage{
		{"number of another qualifier", "more-than,,50,", "^more-than,50,,", "value does not fit its qualifier: more-than takes lower"},
		{"bounds out of order", "more-than,,50,,", "^range,,50,50,", "value does not fit its qualifier: lower 50 is not below upper 50"},
		{"no simple fraction", "fraction,33.3333", "^fraction,31", "value does not fit its qualifier: 31% is no simple fraction"},
		{"rank-only without rank", "rank-only,,,,3,", "rank-only,,,,^,", "rank-only needs a rank"},
		{"rank without words", "yuan,third in the country", "yuan,^", "rank 3 needs rank_as_printed"},
		{"words without rank", "296.74,,,3,296.74 billion yuan,", "296.74,,,,296.74 billion yuan,^", "rank_as_printed without a rank"},
		{"number without words", ",more than half,", ",^,", "as_printed is empty"},
		{"target without f", "fu,", "^u,", "a target has the status letter f"},
		{"f without target", "169.5%,,i,", "169.5%,,^f,", "status f is for the qualifier target, not exact"},
		{"derived without method", "169.5%,,i,,,,,", "169.5%,,i,pv-revenue-2021,^,,,", "derived_from needs a method"},
		{"method without derivation", "169.5%,,i,,,,,", "169.5%,,i,,^a,b,,", "method without derived_from"},
		{"derived from itself", "pv-revenue-2021 pv-revenue-2022,", "^pv-revenue-growth-2022,", "figure is derived from itself"},
		{"announced note missing", "half,,,,,,feng-kejin,china-daily-2024-09-18,,true,,,", "half,,i,,,,feng-kejin,china-daily-2024-09-18,,true,,^,", "status i says to see the note"},
		{"fraction of an amount", "2021,exact,88.28,", "2021,^fraction,50,", "fraction is of 100 percent; the unit is cny-bn"},
		{"value of a rank", "rank-only,,,,3,third", "^exact,3,,,,third", `a figure of the rank "pv-revenue-rank" has the qualifier rank-only, not exact`},
		{"rank of a city, in no scope", "2024,exact,12,,,,=12,,", "2024,exact,12,,,^2,=12,second,", `rank of "hefei" among what? it needs an indicator of the kind rank`},
		{"share above 100", "fraction,33.3333,,", "range,,33,^133", "a share is between 0 and 100 percent, not 133"},
		{"share below 0", "fraction,33.3333,,", "exact,^-1,,", "a share is between 0 and 100 percent, not -1"},
		{"grade B without u", "fu,", "^f,", `a figure from the grade B source "china-power-network-2023-11-08" has the status letter u`},
		{"target of the past", "pv-revenue,2027,", "pv-revenue,^2018,", "target for 2018 in a source of 2023-11-08"},
		{"outcome of a span to come", "pv-revenue,2021,", "pv-revenue,^2024/2026,", "outcome for 2024/2026 in a source of 2023-11-08"},
		{"outcome of the future", "pv-revenue,2021,", "pv-revenue,^2026,", "outcome for 2026 in a source of 2023-11-08"},
		{"outcome of the next month", "pv-revenue,2021,", "pv-revenue,^2023-12,", "outcome for 2023-12 in a source of 2023-11-08"},
		{"more than all", "more-than,,50,", "more-than,,^100,", "a share cannot be more than 100 percent"},
	})
}

func TestFaultyIndicators(t *testing.T) {
	checkDamage(t, "indicators.csv", []damage{
		{"share without denominator", "growth,percent,none,,,,", "share,percent,china,^,,,", "a share needs a denominator"},
		{"denominator without share", "growth,percent,none,,,pv-revenue,", "growth,percent,none,^a,b,pv-revenue,", "only a share has a denominator; this indicator is a growth"},
		{"share without scope", "share,percent,china,national output of inverters", "share,percent,^none,national output of inverters", "a share needs a scope"},
		{"share in another unit", "share,percent,china,national output of inverters", "share,^cny-bn,china,national output of inverters", `a share has the unit percent, not "cny-bn"`},
		{"growth in another unit", "growth,percent,none,,,pv-revenue,", "growth,^rank,none,,,pv-revenue,", `a growth has the unit percent, not "rank"`},
		{"growth with scope", "growth,percent,none,,,pv-revenue,", "growth,percent,^china,,,pv-revenue,", "a growth has the scope none"},
		{"growth_of of a level", "level,cny-bn,none,,,,1", "level,cny-bn,none,,,^pv-revenue,1", "only a growth has growth_of; this indicator is a level"},
		{"rank in another unit", "rank,rank,china", "rank,^percent,china", "a rank has the unit rank"},
		{"level in ranks", "level,cny-bn,", "level,^rank,", "a level is not measured in ranks"},
		{"growth of a growth", "none,,,pv-revenue,", "none,,,^pv-cell-growth,", `growth_of "pv-cell-growth" is not a level of the same place`},
		{"counterpart of another unit", "none,,,,,gdp,", "none,,,,,^rd-intensity,", `counterpart "rd-intensity" has another kind, unit or scope`},
		{"counterpart of another city", "none,,,,,gdp,", "none,,,,,^gdp-hefei,", `counterpart "gdp-hefei" is not an indicator of "anhui", for one of another place`},
		{"counterpart of home's own", "none,,,,1,,", "none,,,,1,^gdp,", `counterpart "gdp" is not an indicator of "anhui"`},
		{"counterpart", "none,,,,,gdp,", "none,,,,,^gpd,", `"gpd" is not in indicators.csv; did you mean "gdp"?`},
		{
			"counterpart twice",
			"gdp-chuzhou,province,chuzhou,GDP,\u5730\u533a\u751f\u4ea7\u603b\u503c,\"Gross regional product of Chuzhou at current prices, as first released.\",\u6ec1\u5dde\u5e02\u5730\u533a\u751f\u4ea7\u603b\u503c\uff0c\u6309\u73b0\u4ef7\u8ba1\u7b97\uff0c\u4e3a\u9996\u6b21\u53d1\u5e03\u6570\u3002,level,cny-bn,none,,,,,gdp,",
			"gdp-chuzhou,province,wuhu,Product,\u751f\u4ea7\u603b\u503c,\"Gross regional product of Chuzhou at current prices, as first released.\",\u6ec1\u5dde\u5e02\u5730\u533a\u751f\u4ea7\u603b\u503c\uff0c\u6309\u73b0\u4ef7\u8ba1\u7b97\uff0c\u4e3a\u9996\u6b21\u53d1\u5e03\u6570\u3002,level,cny-bn,none,,,,,^gdp,", `counterpart "gdp" is that of "gdp-wuhu" already`,
		},
		{"breaks of what is not compared", "none,,,,1,,", "none,,,,1,,^10 20", `breaks, but no indicator has "pv-revenue" as its counterpart`},
		{"breaks that do not rise", "150 200 300 500", "^150 200 200 500", `breaks "150 200 200 500" are not plain decimal numbers that rise`},
		{"breaks with two spaces", "150 200 300 500", "^150  200", `breaks "150  200" are not plain decimal numbers`},
		{"five breaks", "150 200 300 500", "^150 200 300 500 1000", `breaks "150 200 300 500 1000" are more than 4`},
		{"short name twice", ",Lithium-ion,", ",^Industry revenue,", `short_en "Industry revenue" is what "storage-revenue" is called too, of the same cluster and place`},
		{"short name twice in Chinese", ",Lithium-ion,\u9502\u7535\u6c60\n", ",Lithium-ion,^\u4ea7\u4e1a\u8425\u4e1a\u6536\u5165\n", "short_zh \"\u4ea7\u4e1a\u8425\u4e1a\u6536\u5165\" is what \"storage-revenue\" is called too"},
		{"name twice", "PV cell output growth", "^PV manufacturing revenue growth", `name_en "PV manufacturing revenue growth" is what "pv-revenue-growth" is called too`},
		{"name twice in Chinese", "\u5149\u4f0f\u7535\u6c60\u7247\u4ea7\u91cf\u589e\u901f", "^\u5149\u4f0f\u5236\u9020\u4e1a\u8425\u4e1a\u6536\u5165\u589e\u901f", "name_zh \"\u5149\u4f0f\u5236\u9020\u4e1a\u8425\u4e1a\u6536\u5165\u589e\u901f\" is what \"pv-revenue-growth\" is called too"},
		{"share called what another of its scope is", "TOPCon cell output", "^PV cell output", `name_en "PV cell output" is what "pv-cell-share-china" is called too`},
		{"short name in one language", "none,,,,1,,,,", "none,,,,1,,,Revenue,^", "short_zh is empty and short_en is not; give both or none"},
		{"headline twice", "none,,,pv-revenue,", "none,,,pv-revenue,^1", `headline 1 is taken by "pv-revenue"`},
	})
	checkDamage(t, "places.csv", []damage{
		{"whole", "\u5408\u80a5\u5e02,anhui,", "\u5408\u80a5\u5e02,^anhu,", `"anhu" is not in places.csv; did you mean "anhui"?`},
		{"within itself", "\u6c5f\u82cf,china,", "\u6c5f\u82cf,^jiangsu,", `"jiangsu" is within itself`},
		{"tile without a column", ",3 4\n", ",^3\n", `tile "3" is not a row and a column from 1 to 99`},
		{"tile in row 0", ",3 4\n", ",^0 4\n", `tile "0 4" is not a row and a column`},
		{"tiles that overlap", ",4 7\n", ",^3 5\n", `tile overlaps that of "hefei"`},
		{"tile of a whole", "\u5168\u56fd,,\n", "\u5168\u56fd,,^1 1\n", "a tile is for a place within another"},
	})
	checkDamage(t, "clusters.csv", []damage{
		{"size that is no level", ",pv-revenue,pv-glass", ",^pv-cell-growth,pv-glass", `size "pv-cell-growth" is not a level of this cluster`},
		{"share of a city", ",pv-glass-share-china,", ",^chuzhou-cell-share-china,", `share "chuzhou-cell-share-china" is not one of this cluster, held by "anhui" in the first of scopes.csv`},
		{"share of the world", ",pv-glass-share-china,", ",^pv-inverter-share-world,", `share "pv-inverter-share-world" is not one of this cluster`},
		{"share of another cluster", ",pv-glass-share-china,", ",^vehicle-output-share-china,", `share "vehicle-output-share-china" is not one of this cluster`},
		{"share that is a level", ",pv-glass-share-china,", ",^pv-revenue,", `share "pv-revenue" is not one of this cluster`},
		{"hue there is not", ",pv-glass-share-china,1\n", ",pv-glass-share-china,^21\n", `hue "21" is not a whole number from 1 to 20`},
		{"hue by name", ",pv-glass-share-china,1\n", ",pv-glass-share-china,^green\n", `hue "green" is not a whole number from 1 to 20`},
	})
}

func TestFaultySources(t *testing.T) {
	checkDamage(t, "sources.csv", []damage{
		{"grade A without url", "https://peopleweekly.cn/html/2024/jizhezaixian_0202/195765.html", "^", `url "" is not an http or https address; a grade A source`},
		{"url of another scheme", "https://peopleweekly.cn", "^ftp://peopleweekly.cn", `url "ftp://peopleweekly.cn/html`},
		{"url without host", "https://peopleweekly.cn/html", "^https:///html", `url "https:///html`},
		{"grade B with url", "2024-02-07,,B", "2024-02-07,^https://example.org/,B", "url of a grade B source must be empty"},
		{"gloss of English", "smart plants,,", "smart plants,^Plants,", "gloss of a title that is in English already"},
		{"read later than asOf", "2026-09-20\n", "^2026-11-24\n", "accessed 2026-11-24 is later than asOf 2026-11-23"},
		{"read before its date", "2026-09-20\n", "^2024-02-01\n", "accessed 2024-02-01 is before the date 2024-02-02"},
		{"read in a month", "2026-09-20\n", "^2026-11\n", "accessed is the day the text was read"},
		{"later than asOf", "2024-09-18,https", "^2099-09,https", "date 2099-09 is later than asOf"},
	})
}

func TestFaultyStatements(t *testing.T) {
	checkDamage(t, "statements.csv", []damage{
		{"no date", ",2024-09-18,", ",^,", "a statement needs the date it was made on"},
		{"quoted before it was said", ",2024-09-18,", ",^2024-09-19,", "statement of 2024-09-19 is later than its source of 2024-09-18"},
		{"no topic", "pv province,", "^,", "a statement needs at least one cluster as its topic"},
		{"long quotation", "reported,The province", "quoted,^" + strings.Repeat("The province ", 12) + "The province", "quotation has 36 words; at most 25 are stored"},
		{"quotation marks", "The province wants its PV cluster to have influence in the world.", "^\u201cThe province\u201d", "text is in quotation marks; remove them"},
	})
}

func TestFaultyOffices(t *testing.T) {
	checkDamage(t, "offices.csv", []damage{
		{"no beginning", ",2021,,", ",^,,", "a term of office needs the date it began on"},
		{"ends before it begins", "2024-06-28,2026-09-23", "2024-06-28,^2024-05", "until 2024-05 is before from 2024-06-28"},
		{"end without a source", "china-daily-2024-09-18,china-daily-2024-09-18", "china-daily-2024-09-18,^", "until and until_source go together"},
		{"begins after asOf", ",2021,,", ",^2027,,", "from 2027 is later than asOf 2026-11-23"},
		{"person", ",wang-qingxian,", ",^wang,", `"wang" is not in people.csv`},
		{"source", ",2021,,china-daily-2024-09-18", ",2021,,^china-daily", `"china-daily" is not in sources.csv`},
	})
	checkDamage(t, "statements.csv", []damage{
		{
			"nobody in office", "feng-kejin,2024-09-18,\"Director, Anhui Department of Economy and Information Technology\",\u5b89\u5fbd\u7701\u7ecf\u6d4e\u548c\u4fe1\u606f\u5316\u5385\u5385\u957f,pv",
			"feng-kejin,2024-09-18,^,,pv", `office is empty, and no term of "feng-kejin" in offices.csv covers 2024-09-18`,
		},
	})
}

// TestOfficeOfTheDay has the office of a statement looked up in the terms.
func TestOfficeOfTheDay(t *testing.T) {
	fsys := validPackage(t)
	replace(t, fsys, "statements.csv", "wang-qingxian,2023-11-08,Governor of Anhui,\u5b89\u5fbd\u7701\u7701\u957f,", "wang-qingxian,2023-11-08,,,")
	d, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Statement("wang-qingxian-2023-11-08").Office; got != (model.Text{EN: "Governor of Anhui", ZH: "\u5b89\u5fbd\u7701\u7701\u957f"}) {
		t.Errorf("office %v", got)
	}
	term := d.Offices[0] // 2024-06-28 to 2026-09-23
	for date, want := range map[string]bool{
		"2024-06-27": false, "2024-06-28": true, "2024-06": true, "2024": true, "2023": false, "2026-09-23": true, "2026-09-24": false, "2027": false,
	} {
		if got := term.Covers(date); got != want {
			t.Errorf("%s: covered %v", date, got)
		}
	}
}

func TestFaultyVersions(t *testing.T) {
	checkDamage(t, "corrections.csv", []damage{
		{"no version", "one,0.1.0,", "one,^,", "a correction needs the version"},
		{"form of a version", "one,0.1.0,", "one,^0.1,", "version \"0.1\" is not a version of the form 1.2.3"},
		{"later version", "one,0.1.0,", "one,^0.1.1,", "version 0.1.1 is later than version 0.1.0"},
		{"no day", "2026-11-23", "^2026-11", "a correction needs the day"},
		{"no such figure", "pv-revenue-2023", "^pv-revenue-2033", `"pv-revenue-2033" is not in observations.csv, and no correction drops it`},
		{"dropped and there", "pv-revenue-1999", "^pv-revenue-2021", `"pv-revenue-2021" is in observations.csv, and so is not dropped`},
		{"status before", ",status,u,", ",status,^q,", `status "q" is not made of the letters`},
		{"nothing changed", ",status,u,,", ",status,u,^u,", "status is the same before and after the correction"},
		{"no such column", ",status,", ",^stauts,", `unknown what "stauts"; did you mean "status"?`},
	})
	checkDamage(t, "observations.csv", []damage{
		{"later since", ",0.0.9\n", ",^0.2.0\n", "since 0.2.0 is later than version 0.1.0 in datapackage.json"},
		{"form of since", ",0.0.9\n", ",^0.0\n", `since "0.0" is not a version`},
	})
}

func TestBrokenReferences(t *testing.T) {
	checkDamage(t, "observations.csv", []damage{
		{"indicator", "r2024-09,inverter-share-china,", "r2024-09,^inverter-share-chine,", `"inverter-share-chine" is not in indicators.csv; did you mean "inverter-share-china"?`},
		{"source", "fu,,,,,china-power-network-2023-11-08", "fu,,,,,^elsewhere", `"elsewhere" is not in sources.csv`},
		{"said_by", ",feng-kejin,china-daily-2024-09-18,p. 3", ",^feng,china-daily-2024-09-18,p. 3", `"feng" is not in people.csv`},
		{"conflict", "false,cell-growth", "false,^cell-growths", `"cell-growths" is not in conflicts.csv; did you mean "cell-growth"?`},
		{"derived_from", "pv-revenue-2021 pv-revenue-2022", "^pv-revenue-2021 pv-revenue-20022", `"pv-revenue-20022" is not in observations.csv; did you mean "pv-revenue-2022"?`},
	})
	checkDamage(t, "indicators.csv", []damage{
		{"cluster", "pv-revenue,pv,anhui", "pv-revenue,^px,anhui", `"px" is not in clusters.csv; did you mean "pv"?`},
		{"place", "pv-revenue,pv,anhui", "pv-revenue,pv,^bozhou", `"bozhou" is not in places.csv`},
		{"unit", "level,cny-bn,", "level,^cnybn,", `"cnybn" is not in units.csv; did you mean "cny-bn"?`},
		{"scope", "share,percent,china,national output of inverters", "share,percent,^chine,national output of inverters", `"chine" is not in scopes.csv; did you mean "china"?`},
		{"growth_of", "none,,,pv-revenue,", "none,,,^pv-revenues,", `"pv-revenues" is not in indicators.csv; did you mean "pv-revenue"?`},
	})
	checkDamage(t, "clusters.csv", []damage{
		{"size", ",pv-revenue,pv-glass", ",^pv,pv-glass", `"pv" is not in indicators.csv`},
	})
	checkDamage(t, "statements.csv", []damage{
		{"person", ",feng-kejin,", ",^feng,", `"feng" is not in people.csv`},
		{"topics", "pv province,", "^pv provinces,", `"provinces" is not in clusters.csv; did you mean "province"?`},
		{"source", ",china-daily-2024-09-18\n", ",^china-daily\n", `"china-daily" is not in sources.csv`},
	})
	checkDamage(t, "conflicts.csv", []damage{
		{"lead", ",pv-cell-growth-2023,", ",^pv-cell-growth,", `"pv-cell-growth" is not in observations.csv`},
	})
}

func TestFaultyLeads(t *testing.T) {
	checkDamage(t, "observations.csv", []damage{
		{"no lead", "p. 3,true,", "p. 3,^false,", `no figure has lead true for "pv-revenue" in 2023; one must`},
		{"two leads in other words", "growth-2023-anhui-daily,pv-cell-growth,2023,exact,168.1,,,,168.1%,,u,,,,,anhui-daily-2024-02-07,,false,cell-growth", "growth-2023-anhui-daily,pv-cell-growth,2023-H1/2023-Q4,exact,168.1,,,,168.1%,,u,,,,,anhui-daily-2024-02-07,,^true,cell-growth", `"pv-cell-growth-2023" has lead true already for "pv-cell-growth" in 2023`},
		{"two leads", "false,cell-growth", "^true,cell-growth", `"pv-cell-growth-2023" has lead true already for "pv-cell-growth" in 2023; only one figure can`},
	})
	checkDamage(t, "conflicts.csv", []damage{
		{"lead outside", ",pv-cell-growth-2023,", ",^pv-revenue-2021,", `"pv-revenue-2021" is not in this conflict`},
		{"lead that does not lead", ",pv-cell-growth-2023,", ",^pv-cell-growth-2023-anhui-daily,", `"pv-cell-growth-2023-anhui-daily" does not have lead true`},
	})
}

func TestConflictOfOneFigure(t *testing.T) {
	fsys := validPackage(t)
	f := fsys["conflicts.csv"]
	want := fmt.Sprintf("conflicts.csv:%d:1: conflict has fewer than two figures: 1", nextLine(fsys, "conflicts.csv"))
	f.Data = append(f.Data, "revenue,Revenue,R,pv-revenue-2023,Reason,R\n"...)
	replace(t, fsys, "observations.csv", "p. 3,true,", "p. 3,true,revenue")
	if got := faultsOf(t, fsys).Error(); got != want {
		t.Error(got)
	}
}

// addRows appends rows to the observations of the valid package, and returns
// the faults with the lines of these rows counted from +1.
func addRows(t *testing.T, rows ...string) string {
	t.Helper()
	fsys := validPackage(t)
	f := fsys["observations.csv"]
	first := nextLine(fsys, "observations.csv")
	f.Data = append(f.Data, strings.Join(rows, "\n")+"\n"...)
	_, err := Load(fsys)
	if err == nil {
		return ""
	}
	message := err.Error()
	for i := range rows {
		message = strings.ReplaceAll(message, fmt.Sprintf("observations.csv:%d:", first+i), fmt.Sprintf("observations.csv:+%d:", i+1))
	}
	return message
}

// glass returns another figure for the share of PV glass, which the package
// has at more than 50 percent.
func glass(id, numbers, conflict string) string {
	return "glass-" + id + ",pv-glass-share-china,reported 2024-09," + numbers + ",printed,,,,,,,china-daily-2024-09-18,,false," + conflict + ",,,"
}

func TestAgreement(t *testing.T) {
	const differs = "correct one, or put both in one conflict"
	for _, c := range []struct{ name, one, two, want string }{
		{"more than 50 and 52", "exact,52,,,", "", ""},
		{"more than 50 and 50", "exact,50,,,", "", "+1:"},
		{"more than 50 and at least 40", "at-least,,40,,", "", ""},
		{"more than 50 and at most 50", "at-most,,,50,", "", "+1:"},
		{"more than 50 and at most 51", "at-most,,,51,", "", ""},
		{"more than 50 and less than 51", "less-than,,,51,", "", ""},
		{"more than 50 and about 49", "approx,49,,,", "", ""},
		{"more than 50 and nearly 50", "nearly,50,,,", "", "+1:"},
		{"more than 50 and 40 to 60", "range,,40,60,", "", ""},
		{"52 and 52", "exact,52,,,", "exact,52,,,", ""},
		{"52 and 53", "exact,52,,,", "exact,53,,,", "+2:"},
		{"53 and 52", "exact,53,,,", "exact,52,,,", "+2:"},
		{"ranks that agree", "rank-only,,,,1", "rank-only,,,,1", ""},
		{"ranks that differ", "rank-only,,,,1", "rank-only,,,,2", "+2:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := []string{glass("one", c.one, "")}
			if c.two != "" {
				rows = append(rows, glass("two", c.two, ""))
			}
			got := addRows(t, rows...)
			if c.want == "" && got != "" {
				t.Errorf("got %s", got)
			}
			if c.want != "" && (!strings.HasPrefix(got, "observations.csv:"+c.want) || !strings.Contains(got, `: contradicts "`) || !strings.HasSuffix(got, differs) || strings.Contains(got, "\n")) {
				t.Errorf("got %q, want one fault in line %s", got, c.want)
			}
		})
	}
}

// TestAgreementWithinConflicts: figures of a conflict contradict one another,
// and still not those outside it.
func TestAgreementWithinConflicts(t *testing.T) {
	for _, c := range []struct {
		name    string
		figures [][2]string // a number and the conflict it is in
		want    []string    // lines with faults
	}{
		{"all in one", [][2]string{{"52", "cell-growth"}, {"53", "cell-growth"}, {"51", "cell-growth"}}, nil},
		{"one outside, last", [][2]string{{"52", "cell-growth"}, {"53", "cell-growth"}, {"54", ""}}, []string{"+3"}},
		{"one outside, first", [][2]string{{"54", ""}, {"53", "cell-growth"}, {"55", "cell-growth"}}, []string{"+2", "+3"}},
		{"one outside, between", [][2]string{{"52", "cell-growth"}, {"53", ""}, {"54", "cell-growth"}, {"51", "cell-growth"}}, []string{"+2", "+3", "+4"}},
		{"the same outside", [][2]string{{"52", "cell-growth"}, {"52", ""}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := make([]string, 0, len(c.figures))
			for i, f := range c.figures {
				rows = append(rows, glass(string(rune('a'+i)), "exact,"+f[0]+",,,", f[1]))
			}
			var got []string
			if message := addRows(t, rows...); message != "" {
				for line := range strings.SplitSeq(message, "\n") {
					got = append(got, strings.Split(line, ":")[1])
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("faults in lines %v, want %v", got, c.want)
			}
		})
	}
}

// What was aimed at need not be what came of it; but two aims that differ are a
// conflict.
func TestTargetMayDiffer(t *testing.T) {
	figure := func(id, numbers, status, lead string) string {
		return id + ",pv-revenue,2024," + numbers + ",,printed,," + status + ",,,,,china-daily-2024-09-18,," + lead + ",,,,"
	}
	outcome, aim := figure("b", "exact,310,,", "", "true"), figure("a", "target,300,,", "f", "false")
	for _, c := range []struct {
		rows []string
		want string
	}{
		{[]string{aim, outcome}, ""},
		{[]string{aim, figure("c", "target,,290,", "f", "false"), outcome}, ""},
		{[]string{aim, figure("c", "target,305,,", "f", "false"), outcome}, "observations.csv:+2:"},
		{[]string{aim, figure("c", "target,,301,", "f", "false"), outcome}, "observations.csv:+2:"},
		{[]string{aim, figure("c", "target,,,299", "f", "false"), outcome}, "observations.csv:+2:"},
	} {
		if got := addRows(t, c.rows...); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%v: %s, want %q", c.rows, got, c.want)
		}
	}
}

func TestCircles(t *testing.T) {
	derived := func(id, year, from string) string {
		return id + ",pv-revenue," + year + ",exact,1,,,,,,," + from + ",m,m,,china-daily-2024-09-18,,true,,,,"
	}
	got := addRows(t, derived("a", "2010", "b pv-revenue-2023"), derived("b", "2011", "c"), derived("c", "2012", "a"), derived("d", "2013", "pv-revenue-2023"))
	for _, line := range []string{"+1:33:", "+2:33:", "+3:33:"} {
		if !strings.Contains(got, "observations.csv:"+line+" figure is derived from itself") {
			t.Errorf("no fault at %s in %s", line, got)
		}
	}
	if strings.Count(got, "\n") != 2 {
		t.Errorf("got %s", got)
	}
}

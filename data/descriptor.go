package data

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"anhui-tui/model"
)

const descriptorFile = "datapackage.json"

// metadata is the descriptor's information on the package as a whole. The form
// of the tables is fixed: a descriptor can name it but not change it.
type metadata struct {
	title         model.Text
	heading       model.Text // empty if there is only the title
	home          string     // the id of the territory of the dataset
	version, asOf string
	has           map[string]bool // the files of the optional tables it lists
	descriptor    *descriptor
}

// readMetadata returns the metadata of the descriptor and adds its faults.
func (l *loader) readMetadata() metadata {
	text, err := l.text(descriptorFile, maxDescriptorBytes)
	if err != nil {
		l.faults.add(Fault{File: descriptorFile, Message: err.Error()})
		return metadata{}
	}
	d := descriptor{text: text, faults: l.faults, trusted: l.trusted}
	if !d.parse() {
		return metadata{}
	}
	if name := d.str("name"); name != "" && !model.ValidID(name) {
		d.fault("name", "name "+quote(name)+" is not lower-case words joined by hyphens")
	}
	a := metadata{
		title:   model.Text{EN: d.str("title"), ZH: d.str("title_zh")},
		version: d.str("version"),
		asOf:    d.str("asOf"),
		home:    d.str("home"),
		heading: model.Text{EN: d.optional("heading"), ZH: d.optional("heading_zh")},

		descriptor: &d,
	}
	if a.version != "" && !model.ValidVersion(a.version) {
		d.fault("version", "version "+quote(a.version)+" is not of the form 1.2.3")
	}
	if a.asOf != "" && (len(a.asOf) != len("2024-09-18") || !model.ValidDate(a.asOf)) {
		d.fault("asOf", "asOf "+quote(a.asOf)+" is not a day of the form 2024-09-18")
	}
	a.has = d.checkResources()
	return a
}

// descriptor is datapackage.json: its properties and the offsets of their
// values.
type descriptor struct {
	text       string
	faults     *Faults
	trusted    bool // it is known to list all tables, after all else
	properties map[string]any
	offsets    map[string]int
	resources  []struct{ Path string }
}

// parse reads the properties one by one, as encoding/json does not report the
// offsets of values, and reports whether the text is a JSON object.
func (d *descriptor) parse() bool {
	d.properties, d.offsets = map[string]any{}, map[string]int{}
	if what := notText(d.text); what != "" {
		d.faultAt(0, "is "+what+"; save it as UTF-8")
		return false
	}
	if rest, ok := strings.CutPrefix(d.text, "\ufeff"); ok {
		d.faultAt(0, "begins with a byte order mark; save as UTF-8 without BOM")
		d.text = rest // as an editor that does not show it has it
	}
	if !strings.HasPrefix(strings.TrimSpace(d.text), "{") {
		d.faultAt(0, "is not a JSON object")
		return false
	}
	decoder := json.NewDecoder(strings.NewReader(d.text))
	_, err := decoder.Token()
	for err == nil && decoder.More() {
		err = d.parseProperty(decoder)
	}
	if d.trusted && errors.Is(err, io.EOF) {
		return true
	}
	if rest := d.text[decoder.InputOffset():]; err == nil && strings.TrimSpace(rest) == "}" {
		return true
	}
	// Parsed again as a whole: only then errors have the right offset.
	var whole json.RawMessage
	err = json.Unmarshal([]byte(d.text), &whole)
	d.faultAt(errorOffset(err), fmt.Sprintf("is not JSON: %v", err))
	return false
}

// parseProperty reads the next property. It returns [io.EOF] for the list of the tables
// of a trusted package.
func (d *descriptor) parseProperty(decoder *json.Decoder) error {
	token, err := decoder.Token()
	if err != nil {
		return err
	}
	name := fmt.Sprint(token)
	rest := d.text[decoder.InputOffset():]
	d.offsets[name] = len(d.text) - len(strings.TrimLeft(rest, ": \t\r\n"))
	if name == "resources" && d.trusted {
		return io.EOF
	}
	if name != "resources" {
		var value any
		err = decoder.Decode(&value)
		d.properties[name] = value
		return err
	}
	// By far the largest property, of which only the paths are used.
	err = decoder.Decode(&d.resources)
	d.properties[name] = d.resources
	var wrongType *json.UnmarshalTypeError
	if errors.As(err, &wrongType) {
		d.properties[name] = nil
		return nil
	}
	return err
}

func errorOffset(err error) int {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return max(0, int(syntax.Offset)-1)
	}
	return 0
}

// str returns a property that must be a non-empty text, and "" with a fault if
// it is not.
func (d *descriptor) str(name string) string {
	value, ok := d.properties[name]
	if !ok {
		d.faultAt(0, "property "+quote(name)+" is missing")
		return ""
	}
	s, _ := value.(string)
	if s == "" {
		d.fault(name, quote(name)+" must be a text that is not empty")
		return ""
	}
	if bad := badCharacter(s); bad != "" {
		d.fault(name, bad)
		return ""
	}
	return s
}

// optional returns a property that must be a non-empty text if present.
func (d *descriptor) optional(name string) string {
	if _, ok := d.properties[name]; !ok {
		return ""
	}
	return d.str(name)
}

// checkResources checks that the descriptor lists the files of the tables
// exactly, and returns which of those that may be left out are among them.
func (d *descriptor) checkResources() map[string]bool {
	has := map[string]bool{}
	if d.trusted {
		for _, path := range optionalFiles() {
			has[path] = true
		}
		return has
	}
	value, ok := d.properties["resources"]
	if !ok {
		d.faultAt(0, `property "resources" is missing`)
		return nil
	}
	if value == nil {
		d.fault("resources", "resources must be an array of objects whose path is one file")
		return nil
	}
	want := FileNames()
	for _, r := range d.resources {
		i := slices.Index(want, r.Path)
		if i < 0 {
			d.fault("resources", "resource with the path "+quote(r.Path)+" is not one of the package's tables, or listed twice")
			continue
		}
		want = slices.Delete(want, i, i+1)
	}
	for _, path := range optionalFiles() {
		has[path] = !slices.Contains(want, path)
	}
	for _, path := range want {
		if _, optional := has[path]; !optional {
			d.fault("resources", "no resource has the path "+quote(path))
		}
	}
	return has
}

func (d *descriptor) fault(name, message string) {
	d.faultAt(d.offsets[name], message)
	if last := len(d.faults.List) - 1; d.faults.More == 0 {
		d.faults.List[last].Field = name
	}
}

func (d *descriptor) faultAt(offset int, message string) {
	before := d.text[:min(offset, len(d.text))]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	d.faults.add(Fault{
		File: descriptorFile, Line: strings.Count(before, "\n") + 1, Column: columnAt(line, len(line)), Message: message,
	})
}

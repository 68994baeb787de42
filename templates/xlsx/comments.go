package xlsx

import "strings"

// Comment is a note that somebody pinned to a cell.
type Comment struct{ Cell, Text string }

// maxComments is how many comments of a sheet are read.
const maxComments = 500

// Comments lists what is pinned to the cells of a sheet, in the file's order. The error is a *Refused.
func (b *Book) Comments(name string) ([]Comment, error) {
	for _, s := range b.sheets {
		if s.Name != name || s.part == "" {
			continue
		}
		links, err := b.pack.relations(s.part)
		if err != nil {
			return nil, nil // a list that leads nowhere leads to no comments
		}
		part, err := single(links, "comments")
		if err != nil || part == "" {
			return nil, err
		}
		return b.pack.comments(part)
	}
	return nil, nil
}

func (p pack) comments(part string) (all []Comment, err error) {
	err = p.scan(part, spaceMain, "comments", func(m *markup) error {
		if !m.at("commentList") {
			return m.skip()
		}
		return m.children(func() error {
			if len(all) == maxComments {
				return m.skip()
			}
			ref, _ := m.attr("ref")
			comment := Comment{Cell: string(ref)}
			err := m.children(func() (err error) {
				if !m.at("text") {
					return m.skip()
				}
				var text []byte
				text, err = m.richText(nil)
				comment.Text = spoken(string(text))
				return err
			})
			all = append(all, comment)
			return err
		})
	})
	return all, err
}

// spoken is what a person wrote into a comment: programs put their own words before a thread's.
func spoken(text string) string {
	if strings.HasPrefix(text, "[") {
		if at := strings.LastIndex(text, "Comment:\n"); at >= 0 {
			text = text[at+len("Comment:\n"):]
		}
	}
	return strings.TrimSpace(text)
}

type WordSuggester struct {
	words []string
	typed string
}

func Constructor(words []string) WordSuggester {
	sort.Strings(words)
	return WordSuggester{words, ""}
}

func (s *WordSuggester) Type(letter byte) (answer []string) {
	s.typed += string(letter)
	for i := sort.SearchStrings(s.words, s.typed); i < len(s.words) && len(answer) < 3; i++ {
		if !strings.HasPrefix(s.words[i], s.typed) {
			break
		}
		answer = append(answer, s.words[i])
	}
	return
}

func (s *WordSuggester) Clear() { s.typed = "" }

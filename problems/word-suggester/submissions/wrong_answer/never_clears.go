type WordSuggester struct {
	words []string
	typed string
}

func Constructor(words []string) WordSuggester {
	sort.Strings(words)
	return WordSuggester{words, ""}
}

func (s *WordSuggester) Type(letter byte) []string {
	s.typed += string(letter)
	answer := []string{}
	for _, word := range s.words {
		if strings.HasPrefix(word, s.typed) && len(answer) < 3 {
			answer = append(answer, word)
		}
	}
	return answer
}

func (s WordSuggester) Clear() { s.typed = "" }

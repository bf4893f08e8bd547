// Group the words that have the same length. You can return the answer in any order.
// Input: words = ["ab","c","de","f"]
// Output: [["c","f"],["ab","de"]]

func byLength(words []string) (groups [][]string) {
	found := map[int][]string{}
	for i := len(words) - 1; i >= 0; i-- {
		found[len(words[i])] = append(found[len(words[i])], words[i])
	}
	for _, group := range found {
		groups = append(groups, group)
	}
	return
}

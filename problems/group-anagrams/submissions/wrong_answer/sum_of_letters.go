func groupAnagrams(strs []string) [][]string {
	groups := make(map[int][]string)
	for _, s := range strs {
		key := 0
		for i := range s {
			key += int(s[i])
		}
		groups[key] = append(groups[key], s)
	}
	var result [][]string
	for _, group := range groups {
		result = append(result, group)
	}
	return result
}
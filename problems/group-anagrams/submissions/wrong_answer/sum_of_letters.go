func groupAnagrams(strs []string) (result [][]string) {
	place := make(map[int]int)
	for _, s := range strs {
		key := 0
		for i := range s {
			key += int(s[i])
		}
		if _, ok := place[key]; !ok {
			place[key] = len(result)
			result = append(result, nil)
		}
		result[place[key]] = append(result[place[key]], s)
	}
	return
}
class WordSuggester {
    vector<string> words;
    string typed;

public:
    WordSuggester(vector<string>& words) : words(words) { sort(this->words.begin(), this->words.end()); }

    vector<string> type(char letter) {
        typed += letter;
        vector<string> answer;
        auto at = lower_bound(words.begin(), words.end(), typed);
        while (at != words.end() && answer.size() < 3 && at->starts_with(typed)) answer.push_back(*at++);
        return answer;
    }

    void clear() { typed.clear(); }
};

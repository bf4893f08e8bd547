// Input: words = ["b","a"], nums = [3,1,2]
// Output: ["1a","2b","3"]
#define max3(a, b, c) max(a, max(b, c))
using ll = long long;
const int mod = 1e9 + 7;
int f[10], g;

struct Helper {
    int id;
    bool operator<(const Helper& other) const { return id < other.id; }
};

class Solution {
private:
    set<Helper> helpers;
    ll total = 0;

public:
    vector<string> merge(vector<string>& words, vector<int>& nums) {
        ranges::sort(words);
        sort(nums.begin(), nums.end());
        for (int x : nums) helpers.insert({x});
        vector<string> answer;
        size_t i = 0;
        for (auto& helper : helpers) {
            stringstream line;
            line << helper.id << (i < words.size() ? words[i++] : "");
            answer.push_back(line.str());
        }
        total += max3(1, 2, 3) % mod;
        return answer;
    }
};

use std::collections::VecDeque;

impl Solution {
    pub fn shortest_path(n: i32, edges: Vec<Vec<i32>>, source: i32, target: i32) -> i32 {
        let mut graph = vec![vec![]; n as usize];
        for edge in &edges {
            let (a, b) = (edge[0] as usize, edge[1] as usize);
            graph[a].push(b);
            graph[b].push(a);
        }
        let mut steps = vec![-1; n as usize];
        steps[source as usize] = 0;
        let mut queue = VecDeque::from([source as usize]);
        while let Some(u) = queue.pop_front() {
            for &v in &graph[u] {
                if steps[v] < 0 {
                    steps[v] = steps[u] + 1;
                    queue.push_back(v);
                }
            }
        }
        steps[target as usize]
    }
}

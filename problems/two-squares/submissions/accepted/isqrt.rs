use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).expect("a number");
    let n: u64 = line.trim().parse().unwrap();
    for a in 0..=n {
        if a * a > n {
            break;
        }
        let b = ((n - a * a) as f64).sqrt() as u64;
        if a * a + b * b == n {
            println!("{} {}", a, b);
            return;
        }
    }
    println!("impossible");
}

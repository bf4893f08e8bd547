// Starts a program, which would leave a file in somebody's home; reads and connects.
impl Solution {
    pub fn attack(n: i32) -> i32 {
        if n == 0 {
            return 0;
        }
        let ran = std::process::Command::new("/usr/bin/touch").arg("@HOME@/executed").spawn();
        let read = std::fs::read("/etc/passwd");
        let connected = std::net::TcpStream::connect("127.0.0.1:@PORT@");
        ran.is_ok() as i32 + read.is_ok() as i32 + connected.is_ok() as i32
    }
}

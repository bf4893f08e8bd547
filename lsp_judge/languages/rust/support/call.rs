//! The ABI: one call of the entry, the clock, and what became of it.

use std::panic::{catch_unwind, AssertUnwindSafe};
use std::sync::Once;
use std::time::Instant;

use crate::codec::{Give, Take};
use crate::reader::{Reader, Taken};
use crate::writer::Writer;

const ABI_VERSION: u32 = 1;
/// In the struct: the major number, and above it the minor one, which says how far it goes.
const ABI_STRUCT: u32 = ABI_VERSION | 1 << 16;
const RETURNED: u32 = 0;
const FAILED: u32 = 1;
const BAD_INPUT: u32 = 2;

/// `judge_result_t` of the ABI: little-endian, 56 bytes. `handling` came with 1.1.
#[repr(C)]
pub struct Outcome {
    abi_version: u32,
    status: u32,
    duration: u64,
    output: u64,
    output_len: u64,
    message: u64,
    message_len: u64,
    handling: u64,
}

struct State {
    input: Vec<u8>,
    output: Vec<u8>,
    message: String,
    panic: String,
    outcome: Outcome,
}

static mut STATE: State = State {
    input: Vec::new(),
    output: Vec::new(),
    message: String::new(),
    panic: String::new(),
    outcome: Outcome {
        abi_version: ABI_STRUCT,
        status: 0,
        duration: 0,
        output: 0,
        output_len: 0,
        message: 0,
        message_len: 0,
        handling: 0,
    },
};

/// There is one thread that calls, and calls do not nest.
fn state() -> &'static mut State {
    unsafe { &mut *std::ptr::addr_of_mut!(STATE) }
}

/// What the glue makes of an entry: it takes the arguments, runs the call under the clock and
/// gives the answer.
pub type Entry = fn(&mut Reader, &mut Writer, &mut Clock) -> Taken<()>;

/// Sums up the time of what it is given to run.
#[derive(Default)]
pub struct Clock {
    spent: u64,
}

impl Clock {
    pub fn time<T>(&mut self, call: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let value = call();
        self.spent += start.elapsed().as_nanos() as u64;
        value
    }
}

pub fn version() -> u32 {
    ABI_VERSION
}

pub fn input(size: u32) -> usize {
    let input = &mut state().input;
    input.clear();
    input.resize(size as usize, 0);
    input.as_mut_ptr() as usize
}

pub fn result_address() -> usize {
    std::ptr::addr_of!(state().outcome) as usize
}

/// Notes a panic's text and place, in the words that the judge reads. In wasm nothing can be
/// caught: what is printed is all that is left of it.
fn watch_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            let text = match info.payload().downcast_ref::<&str>() {
                Some(text) => (*text).to_owned(),
                None => match info.payload().downcast_ref::<String>() {
                    Some(text) => text.clone(),
                    None => "a value that is no text".to_owned(),
                },
            };
            let place = match info.location() {
                Some(at) => format!("{}:{}:{}", at.file(), at.line(), at.column()),
                None => String::new(),
            };
            let line = format!("judge: panicked at {}: {}", place, text);
            if cfg!(target_family = "wasm") {
                eprintln!("{}", line);
            }
            state().panic = line;
        }));
    });
}

fn once(entry: Entry, data: &[u8], writer: &mut Writer) -> u32 {
    watch_panics();
    let mut reader = Reader::new(data);
    let mut clock = Clock::default();
    writer.data.clear();
    state().message.clear();
    let ended = catch_unwind(AssertUnwindSafe(|| entry(&mut reader, writer, &mut clock)));
    state().outcome.duration = clock.spent;
    match ended {
        Ok(Ok(())) => RETURNED,
        Ok(Err(_)) => {
            state().message = reader.failure().to_owned();
            BAD_INPUT
        }
        Err(_) => {
            state().message = std::mem::take(&mut state().panic);
            FAILED
        }
    }
}

fn finish(status: u32) -> u32 {
    let state = state();
    let outcome = &mut state.outcome;
    outcome.status = status;
    outcome.output = state.output.as_ptr() as usize as u64;
    outcome.output_len = if status == RETURNED { state.output.len() as u64 } else { 0 };
    outcome.message = state.message.as_ptr() as usize as u64;
    outcome.message_len = state.message.len() as u64;
    status
}

/// Runs the entry once.
pub fn run(entry: Entry) -> u32 {
    let data = std::mem::take(&mut state().input);
    let mut writer = Writer::default();
    let began = Instant::now();
    let status = once(entry, &data, &mut writer);
    let outcome = &mut state().outcome;
    outcome.handling = match status {
        RETURNED => (began.elapsed().as_nanos() as u64).saturating_sub(outcome.duration),
        _ => 0,
    };
    state().input = data;
    state().output = writer.data;
    finish(status)
}

/// Runs the entry `warmup` times, then `iterations` times; the answer is the array of the
/// durations in ns.
pub fn bench(entry: Entry, iterations: u32, warmup: u32) -> u32 {
    let data = std::mem::take(&mut state().input);
    let mut durations = Vec::new();
    let mut status = RETURNED;
    for turn in 0..u64::from(warmup) + u64::from(iterations) {
        status = once(entry, &data, &mut Writer::default());
        if status != RETURNED {
            break;
        }
        if turn >= u64::from(warmup) {
            durations.push(state().outcome.duration);
        }
    }
    state().input = data;
    let mut writer = Writer::default();
    durations.give(&mut writer);
    state().output = writer.data;
    finish(status)
}

/// Goes through the calls of a class case.
pub struct Calls {
    left: usize,
    arguments: usize,
}

impl Calls {
    /// The next call's number, None where there is none.
    pub fn next(&mut self, reader: &mut Reader) -> Taken<Option<u16>> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        self.arguments = reader.size()?;
        Ok(Some(u16::take(reader)?))
    }

    /// Whether the call has `count` arguments, as the method takes.
    pub fn takes(&self, reader: &mut Reader, count: usize) -> Taken<()> {
        if self.arguments != count + 1 {
            return reader.reject("as many arguments as the method takes");
        }
        Ok(())
    }
}

/// Opens the calls of a class case, and its answer.
pub fn run_calls(reader: &mut Reader, writer: &mut Writer, tables: usize) -> Taken<Calls> {
    if reader.size()? != 2 {
        return reader.reject("the tables and the calls");
    }
    reader.take_tables(tables)?;
    let left = reader.size()?;
    writer.open_extended(tables);
    writer.size(left);
    Ok(Calls { left, arguments: 0 })
}

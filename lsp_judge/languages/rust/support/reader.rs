//! Decodes MessagePack. The first failure stays: all later reads fail as well.

use std::any::Any;
use std::collections::HashMap;

/// A value that does not fit; the reader has noted why.
pub struct Misfit;

pub type Taken<T> = Result<T, Misfit>;

/// A node as it came: its value, and for each link the index of another node.
pub struct Row {
    pub value: i64,
    pub links: Vec<Option<usize>>,
}

pub struct Reader<'a> {
    data: &'a [u8],
    at: usize,
    failure: String,
    pub tables: Vec<Vec<Row>>,
    /// The nodes that were made of a table, by its number: a vector of what its type needs.
    pub made: HashMap<usize, Box<dyn Any>>,
    /// Where nodes that can be shared were in their table, by address.
    pub origins: HashMap<usize, usize>,
}

impl<'a> Reader<'a> {
    pub fn new(data: &'a [u8]) -> Self {
        Reader {
            data,
            at: 0,
            failure: String::new(),
            tables: Vec::new(),
            made: HashMap::new(),
            origins: HashMap::new(),
        }
    }

    pub fn failure(&self) -> &str {
        &self.failure
    }

    pub fn reject<T>(&mut self, wanted: &str) -> Taken<T> {
        if self.failure.is_empty() {
            self.failure = format!("{} expected at byte {} of the input", wanted, self.at);
        }
        Err(Misfit)
    }

    pub fn close(&mut self) -> Taken<()> {
        if self.at < self.data.len() {
            return self.reject("nothing more");
        }
        Ok(())
    }

    fn bytes(&mut self, count: usize) -> Taken<&'a [u8]> {
        if count > self.data.len() - self.at {
            return self.reject("more bytes");
        }
        let taken = &self.data[self.at..self.at + count];
        self.at += count;
        Ok(taken)
    }

    fn bits(&mut self, width: usize) -> Taken<u64> {
        Ok(self.bytes(width)?.iter().fold(0, |value, &byte| value << 8 | u64::from(byte)))
    }

    fn tag(&mut self) -> Taken<u8> {
        Ok(self.bytes(1)?[0])
    }

    /// The next value is nil, which is taken; or it is something else, which is not.
    pub fn nil(&mut self) -> bool {
        let found = self.data.get(self.at) == Some(&0xc0);
        self.at += usize::from(found);
        found
    }

    /// Whether the next value is an array.
    pub fn at_array(&self) -> bool {
        matches!(self.data.get(self.at), Some(0x90..=0x9f | 0xdc | 0xdd))
    }

    /// An integer of any width.
    pub fn integer(&mut self) -> Taken<i128> {
        let start = self.at;
        let tag = self.tag()?;
        Ok(match tag {
            0x00..=0x7f => i128::from(tag),
            0xe0..=0xff => i128::from(tag as i8),
            0xcc..=0xcf => i128::from(self.bits(1 << (tag - 0xcc))?),
            0xd0..=0xd3 => {
                let width = 1usize << (tag - 0xd0);
                let unused = 64 - 8 * width as u32;
                i128::from((self.bits(width)? << unused) as i64 >> unused)
            }
            _ => {
                self.at = start;
                return self.reject("an integer");
            }
        })
    }

    /// A floating point number, or an integer as one.
    pub fn real(&mut self) -> Taken<f64> {
        match self.data.get(self.at) {
            Some(0xca) => {
                self.at += 1;
                Ok(f64::from(f32::from_bits(self.bits(4)? as u32)))
            }
            Some(0xcb) => {
                self.at += 1;
                Ok(f64::from_bits(self.bits(8)?))
            }
            _ => match self.integer() {
                Ok(value) => Ok(value as f64),
                Err(_) => self.reject("a number"),
            },
        }
    }

    pub fn boolean(&mut self) -> Taken<bool> {
        match self.data.get(self.at) {
            Some(tag @ (0xc2 | 0xc3)) => {
                self.at += 1;
                Ok(*tag == 0xc3)
            }
            _ => self.reject("a boolean"),
        }
    }

    pub fn text(&mut self) -> Taken<&'a str> {
        let start = self.at;
        let tag = self.tag()?;
        let size = match tag {
            0xa0..=0xbf => u64::from(tag & 0x1f),
            0xd9..=0xdb => self.bits(1 << (tag - 0xd9))?,
            _ => {
                self.at = start;
                return self.reject("a string");
            }
        };
        let bytes = self.bytes(size as usize)?;
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text),
            Err(_) => self.reject("a string in UTF-8"),
        }
    }

    /// The number of an array's elements: never more than there are bytes left.
    pub fn size(&mut self) -> Taken<usize> {
        let start = self.at;
        let tag = self.tag()?;
        let size = match tag {
            0x90..=0x9f => u64::from(tag & 0x0f),
            0xdc | 0xdd => self.bits(2 << (tag - 0xdc))?,
            _ => {
                self.at = start;
                return self.reject("an array");
            }
        };
        if size > (self.data.len() - self.at) as u64 {
            return self.reject("an array's elements");
        }
        Ok(size as usize)
    }

    /// The tables that come before the arguments in the extended form.
    pub fn take_tables(&mut self, count: usize) -> Taken<()> {
        if self.size()? != count {
            return self.reject("a table for each linked type");
        }
        for _ in 0..count {
            let mut rows = Vec::new();
            for _ in 0..self.size()? {
                rows.push(self.row()?);
            }
            self.tables.push(rows);
        }
        Ok(())
    }

    fn row(&mut self) -> Taken<Row> {
        let fields = self.size()?;
        let value = self.integer()? as i64;
        let mut links = Vec::with_capacity(fields);
        for _ in 1..fields {
            links.push(if self.nil() { None } else { Some(self.integer()? as usize) });
        }
        Ok(Row { value, links })
    }
}

//! Encodes MessagePack.

use std::collections::HashMap;

/// A node as it goes: where it was in the table that came (if it was), its value, its links.
pub struct OutRow {
    pub origin: Option<usize>,
    pub value: i64,
    pub links: Vec<Option<usize>>,
}

#[derive(Default)]
pub struct Writer {
    pub data: Vec<u8>,
    pub tables: Vec<Vec<OutRow>>,
    /// Where nodes that can be shared stand in their table, by address.
    pub places: HashMap<usize, usize>,
    pub origins: HashMap<usize, usize>,
}

impl Writer {
    fn sized(&mut self, tag: u8, value: u64, width: usize) {
        self.data.push(tag);
        self.data.extend_from_slice(&value.to_be_bytes()[8 - width..]);
    }

    pub fn nil(&mut self) {
        self.data.push(0xc0);
    }

    pub fn boolean(&mut self, value: bool) {
        self.data.push(0xc2 + u8::from(value));
    }

    pub fn unsigned(&mut self, value: u64) {
        match value {
            0..=0x7f => self.data.push(value as u8),
            0x80..=0xff => self.sized(0xcc, value, 1),
            0x100..=0xffff => self.sized(0xcd, value, 2),
            0x1_0000..=0xffff_ffff => self.sized(0xce, value, 4),
            _ => self.sized(0xcf, value, 8),
        }
    }

    pub fn signed(&mut self, value: i64) {
        match value {
            0.. => self.unsigned(value as u64),
            -32..=-1 => self.data.push(value as u8),
            -0x80..=-33 => self.sized(0xd0, value as u64, 1),
            -0x8000..=-0x81 => self.sized(0xd1, value as u64, 2),
            -0x8000_0000..=-0x8001 => self.sized(0xd2, value as u64, 4),
            _ => self.sized(0xd3, value as u64, 8),
        }
    }

    pub fn real(&mut self, value: f64) {
        self.sized(0xcb, value.to_bits(), 8);
    }

    pub fn text(&mut self, value: &str) {
        let size = value.len() as u64;
        match size {
            0..=31 => self.data.push(0xa0 | size as u8),
            32..=0xff => self.sized(0xd9, size, 1),
            0x100..=0xffff => self.sized(0xda, size, 2),
            _ => self.sized(0xdb, size, 4),
        }
        self.data.extend_from_slice(value.as_bytes());
    }

    pub fn size(&mut self, count: usize) {
        let size = count as u64;
        match size {
            0..=15 => self.data.push(0x90 | size as u8),
            16..=0xffff => self.sized(0xdc, size, 2),
            _ => self.sized(0xdd, size, 4),
        }
    }

    /// What an extended answer begins with; `tables` is how many linked types there are.
    pub fn open_extended(&mut self, tables: usize) {
        self.size(3);
        self.need_tables(tables);
    }

    pub fn need_tables(&mut self, count: usize) {
        self.tables.clear();
        self.tables.resize_with(count, Vec::new);
        self.places.clear();
    }

    pub fn close_tables(&mut self) {
        let tables = std::mem::take(&mut self.tables);
        self.size(tables.len());
        for rows in tables {
            self.size(rows.len());
            for row in rows {
                self.size(row.links.len() + 2);
                match row.origin {
                    Some(origin) => self.unsigned(origin as u64),
                    None => self.nil(),
                }
                self.signed(row.value);
                for link in row.links {
                    match link {
                        Some(place) => self.unsigned(place as u64),
                        None => self.nil(),
                    }
                }
            }
        }
    }
}

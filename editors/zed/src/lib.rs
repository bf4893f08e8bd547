//! Tells Zed how the server is started, and hands it the settings that a person made.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{self as zed, serde_json::Value, LanguageServerId, Result, Worktree};

struct Judge;

impl zed::Extension for Judge {
    fn new() -> Self {
        Judge
    }

    fn language_server_command(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<zed::Command> {
        let chosen = LspSettings::for_worktree(server.as_ref(), worktree)?.binary;
        let command = chosen
            .and_then(|binary| binary.path)
            .or_else(|| worktree.which("lsp-judge"))
            .ok_or("lsp-judge is not on PATH; name it in lsp.lsp-judge.binary.path")?;
        Ok(zed::Command {
            command,
            args: vec!["serve".into()],
            env: worktree.shell_env(),
        })
    }

    fn language_server_initialization_options(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), worktree)?.initialization_options)
    }
}

zed::register_extension!(Judge);

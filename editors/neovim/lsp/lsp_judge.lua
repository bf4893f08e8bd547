-- The server's configuration, for vim.lsp.enable("lsp_judge"). Change parts of it with
-- vim.lsp.config("lsp_judge", { ... }), as with any other server.
local server = require("judge.server")

return {
  -- A function, because Neovim passes silently over a command that it cannot find.
  cmd = function(dispatchers)
    return vim.lsp.rpc.start(assert(server.command()), dispatchers)
  end,
  filetypes = { "c", "cpp", "go", "python", "rust", "zig" },
  root_dir = function(bufnr, on_dir)
    if server.command() then
      on_dir(server.root(bufnr))
    else
      vim.notify_once(server.MISSING, vim.log.levels.WARN)
    end
  end,
  capabilities = {
    workspace = { codeLens = { refreshSupport = true } },
    experimental = { judgeStatus = true, testExplorer = true },
  },
  handlers = {
    ["lspJudge/status"] = function(_, status, context)
      require("judge.status").changed(status, vim.lsp.get_client_by_id(context.client_id))
    end,
    ["experimental/discoveredTests"] = function(_, found)
      local discovery = package.loaded["neotest-judge.discovery"]
      if discovery then
        discovery.take(found.tests)
      end
    end,
    ["textDocument/inlayHint"] = function(...)
      require("judge.hints").answered(...)
    end,
    ["workspace/inlayHint/refresh"] = function(...)
      return require("judge.hints").refresh(...)
    end,
    -- Neovim 0.12 answers that itself.
    ["workspace/codeLens/refresh"] = not vim.lsp.codelens.enable and function(_, _, context)
      require("judge.lenses").refresh(context.client_id)
      return vim.NIL
    end or nil,
  },
}

-- What the server says of a file's state: kept in b:judge, for status lines.
local M = {}

-- `status` is a notification lspJudge/status, `client` the one that it came from.
function M.changed(status, client)
  for bufnr in pairs(client and client.attached_buffers or {}) do
    if vim.uri_from_bufnr(bufnr) == status.uri then
      vim.b[bufnr].judge = status
      vim.api.nvim_exec_autocmds("User", { pattern = "JudgeStatus", data = status })
      vim.cmd.redrawstatus({ bang = true })
    end
  end
end

return M

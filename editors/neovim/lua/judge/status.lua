-- What the server says of a file's state: kept in b:judge, for status lines.
local M = {}

-- `status` is a notification lspJudge/status.
function M.changed(status)
  local bufnr = vim.fn.bufnr(vim.uri_to_fname(status.uri))
  if bufnr < 0 then
    return
  end
  vim.b[bufnr].judge = status
  vim.api.nvim_exec_autocmds("User", { pattern = "JudgeStatus", data = status })
  vim.cmd.redrawstatus({ bang = true })
end

return M

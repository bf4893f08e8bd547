local M = {}

-- The state of the current buffer in a few words, empty where nothing was judged: for
-- 'statusline' as %{v:lua.require'judge'.statusline()}
function M.statusline()
  local status = vim.b.judge
  return status and status.text or ""
end

-- For plugin managers that call it: the same as setting vim.g.judge before.
function M.setup(options)
  vim.g.judge = vim.tbl_extend("force", vim.g.judge or {}, options or {})
end

return M

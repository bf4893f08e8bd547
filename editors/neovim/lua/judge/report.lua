-- The latest report as it is, in a window of its own.
local M = {}

-- JSON over several lines, objects' keys sorted. vim.json knows one line only.
local function pretty(value, indent)
  if type(value) ~= "table" or vim.tbl_isempty(value) then
    return vim.json.encode(value)
  end
  local inner = indent .. "  "
  local parts = {}
  if vim.islist(value) then
    for _, each in ipairs(value) do
      parts[#parts + 1] = inner .. pretty(each, inner)
    end
    return "[\n" .. table.concat(parts, ",\n") .. "\n" .. indent .. "]"
  end
  for key, each in vim.spairs(value) do
    parts[#parts + 1] = inner .. vim.json.encode(key) .. ": " .. pretty(each, inner)
  end
  return "{\n" .. table.concat(parts, ",\n") .. "\n" .. indent .. "}"
end

function M.show(report)
  vim.cmd.new()
  local bufnr = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, true, vim.split(pretty(report, ""), "\n"))
  vim.bo[bufnr].buftype = "nofile"
  vim.bo[bufnr].bufhidden = "wipe"
  vim.bo[bufnr].modifiable = false
  vim.bo[bufnr].filetype = "json"
end

return M

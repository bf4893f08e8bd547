-- A session in the real Neovim: argument 1 is the file, the rest the server's command.
-- Prints one line of JSON with what the editor shows after each save.
local file = arg[1]
local command = vim.list_slice(arg, 2)

vim.cmd.edit(file)
local client = assert(vim.lsp.start({ name = "lsp-judge", cmd = command, root_dir = vim.fs.dirname(file) }))
vim.lsp.inlay_hint.enable(true)

local function wait(what, found)
  assert(vim.wait(60000, found, 20), "never came: " .. what)
end

local function lenses()
  local params = { textDocument = vim.lsp.util.make_text_document_params(0) }
  local answer = vim.lsp.buf_request_sync(0, "textDocument/codeLens", params, 5000)
  return vim.tbl_map(function(lens) return lens.command.title end, answer[client].result or {})
end

local function settled()
  local titles = table.concat(lenses(), "\n")
  return titles:find("Benchmark") ~= nil and titles:find("…") == nil
end

local function shown()
  local diagnostics = vim.tbl_map(function(each)
    return { line = each.lnum, code = each.code, source = each.source, message = each.message }
  end, vim.diagnostic.get(0))
  local hints = vim.tbl_map(function(each)
    return each.inlay_hint.label
  end, vim.lsp.inlay_hint.get({ bufnr = 0 }))
  return { diagnostics = diagnostics, lenses = lenses(), hints = hints }
end

local function hint()
  local found = vim.lsp.inlay_hint.get({ bufnr = 0 })
  return #found > 0 and found[1].inlay_hint.label or ""
end

local steps = {}
wait("the server", function() return vim.lsp.get_client_by_id(client).initialized end)
vim.cmd.write()
wait("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
wait("the end of the judging", settled)
wait("the hint", function() return hint():find("✗") ~= nil and hint():find("wasm") ~= nil end)
table.insert(steps, shown())

vim.cmd("%s/n + n/n * n/")
vim.cmd.write()
wait("no diagnostics", function() return #vim.diagnostic.get(0) == 0 end)
wait("the end of the judging", settled)
wait("the hint", function() return hint():find("✓") ~= nil and hint():find("wasm") ~= nil end)
table.insert(steps, shown())

io.stdout:write(vim.json.encode(steps), "\n")
vim.lsp.stop_client(client)
wait("the server's end", function() return vim.lsp.client_is_stopped(client) end)
vim.cmd("qall!")

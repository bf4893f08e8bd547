-- Where the server is, and how it is spoken to.
local M = {}

local NAME = "lsp_judge"
local START_MS = 10000

M.MISSING = "lsp-judge was not found: see :checkhealth judge"

-- The command that starts the server, nil where there is none: a person's own, then PATH, then
-- the private environment that the README makes.
function M.command()
  local configured = vim.lsp.config[NAME].cmd
  if type(configured) == "table" then
    return vim.fn.executable(configured[1]) == 1 and configured or nil
  end
  for _, path in ipairs({ "lsp-judge", vim.fs.normalize("~/.local/share/lsp-judge/bin/lsp-judge") }) do
    if vim.fn.executable(path) == 1 then
      return { vim.fn.exepath(path), "serve" }
    end
  end
end

-- The root of the workspace in which a buffer or a path is, nil where there is none.
function M.root(source)
  return vim.fs.root(source, ".git")
end

-- The client of a buffer, or any one where the buffer has none and `any` is true.
function M.client(bufnr, any)
  local clients = vim.lsp.get_clients({ name = NAME, bufnr = bufnr })
  if #clients == 0 and any then
    clients = vim.lsp.get_clients({ name = NAME })
  end
  return clients[1]
end

-- As `client` for what needs no file: a server is started where none runs.
function M.any_client(bufnr)
  local client = M.client(bufnr, true)
  if client then
    return client
  end
  if not M.command() then
    error(M.MISSING, 0)
  end
  local config = vim.deepcopy(vim.lsp.config[NAME])
  -- As for a file of this folder, so that the file that is begun finds this client again.
  config.root_dir = M.root(vim.fn.getcwd())
  local id = vim.lsp.start(config, { attach = false })
  client = id and vim.lsp.get_client_by_id(id)
  local started = client and vim.wait(START_MS, function()
    return client.initialized
  end, 10)
  return assert(started and client, "lsp-judge did not start: see :checkhealth judge")
end

-- Execute one of the server's commands; `done` gets the answer. What fails is told.
function M.execute(client, command, argument, bufnr, done)
  local params = { command = command, arguments = { argument } }
  client:request("workspace/executeCommand", params, function(failure, answer)
    if failure then
      vim.notify("judge: " .. failure.message, vim.log.levels.ERROR)
    elseif done then
      done(answer)
    end
  end, bufnr)
end

return M

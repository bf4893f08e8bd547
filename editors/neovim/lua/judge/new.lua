-- :Judge new: a file to begin with, for a problem that the server knows.
local server = require("judge.server")

local M = {}

-- Completion must not make a person wait.
local COMPLETION_MS = 500

local function open(answer)
  local path = vim.fs.joinpath(vim.fn.getcwd(), answer.fileName)
  local there = vim.uv.fs_stat(path) ~= nil
  vim.cmd.edit(vim.fn.fnameescape(path))
  if there then
    vim.notify("judge: " .. answer.fileName .. " is there already")
  else
    local lines = vim.split((answer.text:gsub("\n$", "")), "\n")
    vim.api.nvim_buf_set_lines(0, 0, -1, true, lines)
  end
end

local function make(client, problem, language)
  local argument = { problem = problem, language = language }
  server.execute(client, "lspJudge.newSolution", argument, nil, open)
end

local function choose_language(client, problem, language)
  if language then
    make(client, problem.id, language)
    return
  end
  vim.ui.select(problem.languages, { prompt = problem.title .. " in" }, function(chosen)
    if chosen then
      make(client, problem.id, chosen)
    end
  end)
end

local function choose_problem(client, problems, language)
  local options = {
    prompt = "Problem",
    format_item = function(problem)
      return problem.title .. " (" .. problem.id .. ")"
    end,
  }
  vim.ui.select(problems, options, function(chosen)
    if chosen then
      choose_language(client, chosen, language)
    end
  end)
end

-- Both are asked for where they are not given.
function M.begin(problem, language)
  local found, client = pcall(server.any_client, 0)
  if not found then
    vim.notify("judge: " .. client, vim.log.levels.ERROR)
    return
  end
  if problem and language then
    make(client, problem, language)
    return
  end
  server.execute(client, "lspJudge.problems", nil, nil, function(problems)
    local named = vim.tbl_filter(function(each)
      return each.id == problem
    end, problems)[1]
    if named then
      choose_language(client, named, language)
    elseif problem then
      vim.notify("judge: no problem " .. problem, vim.log.levels.ERROR)
    else
      choose_problem(client, problems, language)
    end
  end)
end

-- Ids of problems in place 2, the chosen problem's languages in place 3.
function M.complete(place, chosen)
  local client = server.client(0, true)
  local params = { command = "lspJudge.problems", arguments = {} }
  local answer = client and client:request_sync("workspace/executeCommand", params, COMPLETION_MS)
  local offered = {}
  for _, problem in ipairs(answer and answer.result or {}) do
    if place == 2 then
      offered[#offered + 1] = problem.id
    elseif place == 3 and problem.id == chosen then
      vim.list_extend(offered, problem.languages)
    end
  end
  return offered
end

return M

-- As much of nvim-nio as the adapter uses: functions with callbacks that are awaited in a task.
local M = {}

local failures = {}

local function go_on(task, ...)
  local fine, failure = coroutine.resume(task, ...)
  if not fine then
    failures[task](failure)
  end
end

function M.wrap(call, count)
  return function(...)
    local task = assert(coroutine.running(), "not in a task")
    local arguments = { ... }
    arguments[count] = function(answer)
      vim.schedule(function()
        go_on(task, answer)
      end)
    end
    call(unpack(arguments, 1, count))
    return coroutine.yield()
  end
end

-- Do some work in a task; `failed` gets what it fails with.
function M.run(failed, work)
  local task = coroutine.create(work)
  failures[task] = failed
  go_on(task)
end

return M

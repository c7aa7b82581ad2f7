-- For wrk: makes a PIN, then deletes it, and so on. The path before the operations stands in the variable BASE.
local base = os.getenv("BASE") or ""
local pins = base .. "/my/lock/40217/pin"
local headers = { ["Authorization"] = "PersonalKey mock-key", ["Content-Type"] = "application/json" }
local made, count = {}, 0

function request()
  if #made > 0 then
    return wrk.format("DELETE", pins .. "/" .. table.remove(made), headers)
  end
  count = count + 1
  -- Digits of its own for each that is there at a time, in no row, three of them different.
  local digits = string.format("%05d19", 20000 + count * 7 % 60000)
  return wrk.format("POST", pins, headers, '{"alias":"benchmark","pin":"' .. digits .. '"}')
end

function response(status, _, body)
  if status == 201 then
    made[#made + 1] = string.match(body, '"id":%s*(%d+)')
  end
end

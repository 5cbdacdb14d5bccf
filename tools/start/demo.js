// Chooses whom to be: the frame opens the mini-program as that person. Plain script, served as it is.
const phone = document.getElementById('phone')
const again = document.getElementById('again')
const alone = document.getElementById('alone')
const list = document.querySelector('.people')
const newcomer = list.querySelector('[data-always="new"]').id

list.addEventListener('click', ({ target }) => {
  const button = target.closest('.person')
  if (button) become(button)
})
again.addEventListener('click', () => become(document.getElementById(newcomer)))
addEventListener('resize', fitPhone)

// In an empty cloud people come to be while one looks on.
if ('grows' in list.dataset) setInterval(showPeople, 3000)
again.hidden = true
alone.hidden = true
fitPhone()

async function become(button) {
  for (const other of list.querySelectorAll('.person')) other.setAttribute('aria-checked', String(other === button))
  const isNew = button.dataset.always === 'new'
  const account = isNew ? `as=${await (await fetch('/demo/villager')).text()}&` : ''
  const address = `/index.html?${account}${button.dataset.opens}`
  // Another query alone would keep the page when only the hash differs: the frame is made anew.
  phone.src = 'about:blank'
  setTimeout(() => {
    phone.src = address
  }, 0)
  document.getElementById('pick').hidden = true
  again.hidden = !isNew
  alone.hidden = false
  alone.href = address
}

/** Whoever was bound meanwhile stands in the list; whom one is stays chosen. */
async function showPeople() {
  const answer = await fetch('/demo/people').catch(() => null)
  if (!answer?.ok) return
  const html = await answer.text()
  if (html === list.dataset.shown) return
  const chosen = list.querySelector('[aria-checked="true"]')?.id
  const focused = list.contains(document.activeElement) ? document.activeElement.id : ''
  list.dataset.shown = html
  list.innerHTML = html
  if (chosen) document.getElementById(chosen)?.setAttribute('aria-checked', 'true')
  if (focused) document.getElementById(focused)?.focus()
}

/** The phone is 390 × 844: it shrinks with the window so that all of it can be seen. */
function fitPhone() {
  const scale = Math.min(1, (innerHeight - 96) / 860)
  document.documentElement.style.setProperty('--fit', String(Math.max(0.6, scale)))
}

// Chooses whom to be: the frame opens the mini-program as that person. Plain script, served as it is.
const phone = document.getElementById('phone')
const again = document.getElementById('again')
const alone = document.getElementById('alone')
const people = [...document.querySelectorAll('.person')]

for (const button of people) button.addEventListener('click', () => become(button))
again.addEventListener('click', () => become(document.getElementById('villager')))
addEventListener('resize', fitPhone)

again.hidden = true
alone.hidden = true
fitPhone()

async function become(button) {
  for (const other of people) other.setAttribute('aria-checked', String(other === button))
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

/** The phone is 390 × 844: it shrinks with the window so that all of it can be seen. */
function fitPhone() {
  const scale = Math.min(1, (innerHeight - 96) / 860)
  document.documentElement.style.setProperty('--fit', String(Math.max(0.6, scale)))
}

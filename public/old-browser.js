// Run only by browsers that know no modules (Internet Explorer, the "compatible mode" of 360 and QQ): they cannot start the page.
document.getElementById('opening').innerText = '这个浏览器太旧，打不开本页。请使用新版 Edge、Chrome 或 Firefox；360、QQ 等浏览器请切换到“极速模式”。';

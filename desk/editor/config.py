"""How CKEditor is set up. Pure data: the settings import it."""

from typing import Any, Final

from safeguards.editor_rules import allowed_content

_PLUGINS_REMOVED: Final = (
    # They call other servers, upload, or replace the whole page.
    "exportpdf scayt wsc filebrowser uploadimage newpage preview print save templates "
    # They make what no body may hold, or what an editor should not use.
    "bidi colorbutton colordialog copyformatting div flash font forms justify language pagebreak "
    "showblocks smiley "
    # They take the browser's own menu away, and the spelling suggestions in it.
    "contextmenu liststyle tableselection tabletools "
    "about elementspath maximize"
)

_TOOLBAR: Final[list[list[str] | str]] = [
    ["Format", "Styles"],
    ["Bold", "Italic", "RemoveFormat"],
    ["Link", "Unlink"],
    ["BulletedList", "NumberedList", "Outdent", "Indent", "Blockquote"],
    ["Image", "Table", "HorizontalRule", "SpecialChar"],
    ["Undo", "Redo", "Find"],
    ["Source"],
]

CONFIG: Final[dict[str, Any]] = {
    "skin": "moono-lisa",
    "customConfig": "",  # all of it is here
    "toolbar": _TOOLBAR,
    "width": "100%",
    "height": 420,
    "resize_dir": "vertical",
    "versionCheck": False,
    "disableNativeSpellChecker": False,
    "removePlugins": ",".join(_PLUGINS_REMOVED.split()),
    "removeDialogTabs": "link:target;link:advanced;link:upload;image:Link;image:Upload;"
    "image:advanced;table:advanced",
    # What the sanitiser keeps, the editor keeps; what it would drop, the editor drops at once.
    "allowedContent": allowed_content(),
    # What comes from other pages and from word processors is cut down further.
    "pasteFilter": "h2 h3 h4 p ul ol li blockquote pre code strong em b i sub sup s br hr "
    "table thead tbody tr caption; a[!href]; th td[colspan,rowspan]; img[!src,alt]",
    # They would come as data: addresses, which no body may hold.
    "clipboard_handleImages": False,
    "format_tags": "p;h2;h3;h4;pre",
    "stylesSet": [
        {"name": "Code", "element": "code"},
        {"name": "Title of a work", "element": "cite"},
        {"name": "Marked", "element": "mark"},
        {"name": "Small", "element": "small"},
    ],
    # Characters stay what they are: only <, >, & and no-break spaces are spelled as references.
    "entities": False,
    "basicEntities": True,
    "fillEmptyBlocks": False,
    "bodyClass": "prose",
    "linkDefaultProtocol": "https://",
    "image_previewText": " ",
}

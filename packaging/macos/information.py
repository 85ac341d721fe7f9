"""What macOS is told of the application: its Info.plist, made from the one description."""

from __future__ import annotations

from typing import Any

from description import Description, version

OLDEST_SYSTEM = "13.0"
"""The oldest macOS that this Qt runs on."""

UNIFORM = {
    "text/html": "public.html",
    "application/xhtml+xml": "public.xhtml",
    "application/x-webarchive": "com.apple.webarchive",
    "message/rfc822": "com.apple.mail.email",
    "application/pdf": "com.adobe.pdf",
    "application/epub+zip": "org.idpf.epub-container",
    "text/markdown": "net.daringfireball.markdown",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "org.openxmlformats.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text": "org.oasis-open.opendocument.text",
    "application/rtf": "public.rtf",
    "text/plain": "public.plain-text",
}
"""The system's own names of kinds of files; others are declared by the application."""


def information(of: Description) -> dict[str, Any]:
    """The entries of Info.plist that PyInstaller does not write by itself."""
    imported, opened = [], []
    for kind in of.types:
        name = UNIFORM.get(kind.mime)
        if name is None:
            name = f"{of.id}.{kind.extensions[0]}"
            imported.append(
                {
                    "UTTypeIdentifier": name,
                    "UTTypeDescription": kind.name,
                    "UTTypeConformsTo": ["public.data"],
                    "UTTypeTagSpecification": {
                        "public.filename-extension": list(kind.extensions),
                        "public.mime-type": [kind.mime],
                    },
                }
            )
        opened.append(
            {
                "CFBundleTypeName": kind.name,
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",  # beside the standard program, never instead of it
                "LSItemContentTypes": [name],
            }
        )
    return {
        "CFBundleDisplayName": of.name,
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "CFBundleDocumentTypes": opened,
        "CFBundleURLTypes": [{"CFBundleURLName": of.id, "CFBundleURLSchemes": [of.command]}],
        "UTImportedTypeDeclarations": imported,
        "LSApplicationCategoryType": "public.app-category.news",
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"{of.maker}. {of.licence} licence.",
        "NSRequiresAquaSystemAppearance": False,
    }

"""Documents that are zip files, built from their words: Word documents and Google Docs exports."""

import io
import zipfile

import pytest

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = ("Title", "Heading1", "Quote", "Caption")


def _zip(members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.fixture(scope="session")
def zipped():
    """A zip file's bytes from {name: content}."""
    return _zip


@pytest.fixture(scope="session")
def word():
    """A Word document's bytes from the XML of its body, its links {id: address} and its title property."""

    def build(body, links=(), title=None):
        relations = "".join(
            f'<Relationship Id="{key}" Type="{_OFFICE}/hyperlink" Target="{url}" TargetMode="External"/>'
            for key, url in dict(links).items()
        )
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{style.replace("Heading1", "heading 1")}"/></w:style>'
            for style in _STYLES
        )
        core = f'<cp:coreProperties xmlns:cp="cp" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
        return _zip(
            {
                "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
                "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
                "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="s1" Type="{_OFFICE}/styles" Target="styles.xml"/>{relations}</Relationships>',
                "word/styles.xml": f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>',
                "word/document.xml": f'<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body>{body}</w:body></w:document>',
                **({"docProps/core.xml": core} if title else {}),
            }
        )

    return build

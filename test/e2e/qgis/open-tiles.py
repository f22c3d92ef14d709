"""Opens a source of vector tiles as a map maker does; prints, as JSON, what QGIS makes of it and whether it draws."""

import json
import sys

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorTileLayer,
)

uri, west, south, east, north = sys.argv[1], *map(float, sys.argv[2:6])
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], True, sys.argv[6])
app.initQgis()
layer = QgsVectorTileLayer(uri, "tiles")
told = {"valid": layer.isValid(), "min": layer.sourceMinZoom(), "max": layer.sourceMaxZoom(), "drawn": 0}
if layer.isValid():
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setBackgroundColor(QColor(255, 255, 255))
    settings.setOutputSize(QSize(256, 256))
    settings.setExtent(QgsRectangle(west, south, east, north))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    told["drawn"] = sum(
        image.pixelColor(x, y).name() != "#ffffff" for x in range(0, 256, 4) for y in range(0, 256, 4)
    )
print(json.dumps(told))
sys.stdout.flush()
app.exitQgis()

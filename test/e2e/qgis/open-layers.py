"""Opens layers of a server in QGIS as its user would and prints, as JSON, what QGIS makes of them."""

import json
import os
import sys

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsFeatureRequest,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsNetworkAccessManager,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorTileLayer,
)

server, scratch = sys.argv[1], sys.argv[2]
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], True, scratch)
app.initQgis()
QgsNetworkAccessManager.instance().setTimeout(60000)


def oapif(layer, filter_text=""):
    uri = QgsDataSourceUri()
    uri.setParam("url", server + "/")
    uri.setParam("typename", layer)
    uri.setParam("pagingEnabled", "true")
    if filter_text:
        uri.setSql(filter_text)
    return QgsVectorLayer(uri.uri(False), layer, "OAPIF")


def told(layer):
    box = layer.extent()
    features = list(layer.getFeatures())
    return {
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "count": layer.featureCount(),
        "read": len(features),
        "distinct": len({feature["id"] if "id" in feature.fields().names() else feature.id() for feature in features}),
        "extent": [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()],
        "fields": [field.name() for field in layer.fields()],
    }


communes, places = oapif("communes"), oapif("places")
box = QgsRectangle(105.5, 22.1, 105.6, 22.2)
by_box = list(communes.getFeatures(QgsFeatureRequest(box)))
by_value = list(communes.getFeatures(QgsFeatureRequest().setFilterExpression("\"province_code\" = '04'")))
tiles = QgsVectorTileLayer("type=xyz&url=%s/tiles/communes/{z}/{x}/{y}.mvt&zmin=0&zmax=14" % server, "communes")
settings = QgsMapSettings()
settings.setLayers([tiles])
settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
settings.setExtent(QgsRectangle(11720000, 2520000, 11760000, 2560000))
settings.setOutputSize(QSize(256, 256))
settings.setBackgroundColor(QColor("white"))
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()
drawn = sum(image.pixelColor(x, y) != QColor("white") for x in range(0, 256, 4) for y in range(0, 256, 4))
print(
    json.dumps(
        {
            "communes": told(communes),
            "places": told(places),
            "byBox": len(by_box),
            "byValue": len(by_value),
            "tiles": {"valid": tiles.isValid(), "crs": tiles.crs().authid(), "drawn": drawn},
        }
    )
)
sys.stdout.flush()
# QGIS's own tear-down is no part of what is asked.
os._exit(0)

"""Edits a layer as a person does in QGIS: opens it, adds a feature with its form's defaults, moves one, removes one."""
import sys
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils

uri, provider, moved, removed = sys.argv[1:5]
app = QgsApplication([], False)
app.initQgis()
layer = QgsVectorLayer(uri, "equipment", provider)
assert layer.isValid(), layer.error().message()
assert layer.startEditing(), "not editable"
attributes = {layer.fields().indexOf("kind"): "máy xúc"}
made = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("POINT(105.8 22.2)"), attributes)
assert layer.addFeature(made)
for feature in layer.getFeatures():
    if feature["id"] == moved:
        assert layer.changeGeometry(feature.id(), QgsGeometry.fromWkt("POINT(106.5 22.5)"))
    if feature["id"] == removed:
        assert layer.deleteFeature(feature.id())
assert layer.commitChanges(), layer.commitErrors()
print(layer.featureCount())
del layer
app.exitQgis()

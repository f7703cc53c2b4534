using System.Collections.Immutable;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Assets and archives to property values and back. The engine computes their hashes.</summary>
internal static class Assets
{
    public static PropertyValue ToProperty(AssetOrArchive value) => value switch
    {
        FileAsset asset => new PropertyValue.AssetValue("", Path: asset.Path),
        StringAsset asset => new PropertyValue.AssetValue("", Text: asset.Text),
        RemoteAsset asset => new PropertyValue.AssetValue("", Uri: asset.Uri),
        FileArchive archive => new PropertyValue.ArchiveValue("", Path: archive.Path),
        RemoteArchive archive => new PropertyValue.ArchiveValue("", Uri: archive.Uri),
        AssetArchive archive => new PropertyValue.ArchiveValue("", Assets: PropertyMap.From(archive.Assets.Select(entry => KeyValuePair.Create(entry.Key, ToProperty(entry.Value))))),
        _ => throw new InvalidOperationException($"{value.GetType().FullName} is not an asset or archive of the programming model."),
    };

    public static AssetOrArchive FromProperty(PropertyValue value) => value switch
    {
        PropertyValue.AssetValue { Path: { } path } => new FileAsset(path),
        PropertyValue.AssetValue { Uri: { } uri } => new RemoteAsset(uri),
        PropertyValue.AssetValue asset => new StringAsset(asset.Text ?? ""),
        PropertyValue.ArchiveValue { Path: { } path } => new FileArchive(path),
        PropertyValue.ArchiveValue { Uri: { } uri } => new RemoteArchive(uri),
        PropertyValue.ArchiveValue archive => new AssetArchive((archive.Assets ?? PropertyMap.Empty).ToImmutableDictionary(entry => entry.Key, entry => FromProperty(entry.Value))),
        _ => throw new FormatException("An archive holds something that is neither an asset nor an archive."),
    };
}

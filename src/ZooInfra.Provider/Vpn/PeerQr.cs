using System.Text;
using QRCoder;

namespace ZooInfra.Provider.Vpn;

/// <summary>A peer's configuration as a QR code, which the WireGuard apps of phones scan.</summary>
public static class PeerQr
{
    private const int PixelsPerModule = 6;

    /// <summary>The code as a PNG image.</summary>
    /// <param name="configuration">The output <c>configuration</c> of a peer; the image holds the same secret.</param>
    public static byte[] Png(string configuration)
    {
        using var data = Encode(configuration);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsPerModule);
    }

    /// <summary>The code as text for a terminal with dark background: a line for two rows, one block a module, with its quiet zone.</summary>
    /// <param name="configuration">The output <c>configuration</c> of a peer; the text holds the same secret.</param>
    public static string Terminal(string configuration)
    {
        using var data = Encode(configuration);
        var rows = data.ModuleMatrix;
        var text = new StringBuilder();
        for (var y = 0; y < rows.Count; y += 2)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                // Light modules are drawn, dark ones left to the background.
                text.Append((!rows[y][x], y + 1 < rows.Count && !rows[y + 1][x]) switch
                {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    _ => ' ',
                });
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static QRCodeData Encode(string configuration)
    {
        using var generator = new QRCodeGenerator();
        return generator.CreateQrCode(configuration, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
    }
}

namespace Mingce.Core.Samples;

/// <summary>A drawn scene that stands for a photo in the sample unit. The same scene and seed give the same bytes.</summary>
internal sealed class SamplePicture
{
    public const int Width = 480;
    public const int Height = 320;

    private enum Ink : byte { Sky, Cloud, Sun, Hill, Grass, Road, Line, Wall, Floor, Wood, Window, Roof, Leaf, Skin, Hair, Red, Blue, Orange, Teal, Paper, Text }

    // In the order of the inks.
    private static readonly int[] Palette =
    [
        0xBFE0F5, 0xFFFFFF, 0xFFD766, 0x9CC3A0, 0x8CBF75, 0x8A8F98, 0xF2F2EC, 0xEFE6D8, 0xCDB79A, 0x9A6B43, 0x7FA8C9,
        0xB5553F, 0x4E8A4B, 0xF1C9A5, 0x3A2E28, 0xC8392F, 0x3F6FB0, 0xE58A2B, 0x2F8F8B, 0xFAF7EE, 0x6B6F76,
    ];

    private static readonly Ink[] Clothes = [Ink.Blue, Ink.Orange, Ink.Teal, Ink.Text, Ink.Red];

    private readonly byte[] pixels = new byte[Width * Height];
    private readonly int seed;

    private SamplePicture(int seed) => this.seed = seed;

    /// <param name="scene">hall, street, community, park, notice or screen.</param>
    /// <param name="seed">Varies what is seen: 0 or more.</param>
    public static byte[] Draw(string scene, int seed)
    {
        var picture = new SamplePicture(seed);
        picture.Draw(scene);
        return PngWriter.Write(Width, picture.pixels, Palette);
    }

    private void Draw(string scene)
    {
        switch (scene)
        {
            case "hall": DrawHall(); break;
            case "street": DrawStreet(); break;
            case "community": DrawCommunity(); break;
            case "park": DrawPark(); break;
            case "notice": DrawNotice(); break;
            case "screen": DrawScreen(); break;
            default: throw new ArgumentException($"No scene {scene}", nameof(scene));
        }
    }

    private void DrawHall()
    {
        Fill(0, 0, Width, 220, Ink.Wall);
        Fill(0, 220, Width, 100, Ink.Floor);
        Fill(30 + Vary(1, 40), 40, 70, 110, Ink.Window);
        Fill(380, 40, 70, 110, Ink.Window);
        Fill(150, 30, 190, 110, Ink.Wood);
        Fill(156, 36, 178, 98, Ink.Paper);
        Lines(170, 56, 150, 3 + Vary(2, 2), 20);
        DrawPerson(120 + Vary(3, 20), 130, 26, Ink.Blue);
        DrawRow(4 + Vary(4, 3), 230, 24, Clothes);
        Fill(0, 296, Width, 24, Ink.Wood);
    }

    private void DrawStreet()
    {
        DrawSky(150);
        for (var i = 0; i < 6; i++)
        {
            DrawHouse(i * 82 - Vary(1, 30), 74 + Vary(i + 2, 40), 74, 150);
        }
        Fill(0, 150, Width, 50, Ink.Grass);
        Fill(0, 190, Width, 130, Ink.Road);
        for (var x = Vary(8, 30); x < Width; x += 60)
        {
            Fill(x, 210, 32, 5, Ink.Line);
        }
        DrawTree(30 + Vary(9, 60), 196, 26);
        DrawTree(370 + Vary(10, 60), 196, 30);
        DrawRow(3 + Vary(11, 3), 218, 27, [Ink.Red, Ink.Red, Ink.Orange]);
    }

    private void DrawCommunity()
    {
        DrawSky(200);
        DrawHouse(20 + Vary(1, 30), 50, 150, 210);
        DrawHouse(250 + Vary(2, 40), 80, 170, 210);
        Fill(0, 210, Width, 110, Ink.Floor);
        DrawTree(215 + Vary(3, 20), 216, 34);
        DrawRow(3 + Vary(5, 3), 206, 25, [Ink.Red, Ink.Teal, Ink.Blue, Ink.Orange]);
        Fill(120 + Vary(4, 60), 262, 200, 14, Ink.Wood);
        Fill(120 + Vary(4, 60), 276, 200, 30, Ink.Red);
    }

    private void DrawPark()
    {
        DrawSky(180);
        Disc(90 + Vary(1, 80), 250, 150, Ink.Hill);
        Disc(360 + Vary(2, 60), 260, 140, Ink.Hill);
        Fill(0, 190, Width, 130, Ink.Grass);
        Fill(0, 262, Width, 40, Ink.Floor);
        for (var i = 0; i < 5; i++)
        {
            DrawTree(40 + i * 98 + Vary(i + 3, 40), 206, 20 + Vary(i + 8, 14));
        }
        DrawRow(3 + Vary(13, 4), 216, 24, Clothes);
    }

    private void DrawNotice()
    {
        Fill(0, 0, Width, 250, Ink.Wall);
        Fill(0, 250, Width, 70, Ink.Floor);
        Fill(50, 30, 380, 190, Ink.Wood);
        Fill(60, 40, 360, 170, Ink.Teal);
        for (var i = 0; i < 4; i++)
        {
            Fill(76 + i * 86, 58, 70, 130, Ink.Paper);
            Fill(84 + i * 86, 68, 54, 8, Ink.Red);
            Lines(84 + i * 86, 86, 54, 5 + Vary(i, 4), 11);
        }
        DrawPerson(300 + Vary(5, 60), 170, 30, Ink.Blue);
    }

    private void DrawScreen()
    {
        Fill(0, 0, Width, Height, Ink.Paper);
        Fill(0, 0, Width, 44, Ink.Teal);
        Lines(20, 18, 160, 1, 10);
        for (var i = 0; i < 3; i++)
        {
            Fill(20, 62 + i * 84, 90, 68, Ink.Sky);
            Disc(64, 96 + i * 84, 12 + Vary(i, 14), Clothes[Vary(i + 3, 4)]);
            Lines(130, 72 + i * 84, 300 - Vary(i + 6, 90), 3, 20);
        }
    }

    private void DrawSky(int height)
    {
        Fill(0, 0, Width, height + 60, Ink.Sky);
        Disc(60 + Vary(20, 340), 40, 22, Ink.Sun);
        var x = 90 + Vary(21, 260);
        Disc(x, 62, 16, Ink.Cloud);
        Disc(x + 22, 56, 20, Ink.Cloud);
        Disc(x + 46, 62, 15, Ink.Cloud);
    }

    private void DrawHouse(int x, int top, int width, int bottom)
    {
        Fill(x, top, width, bottom - top, Ink.Wall);
        Fill(x - 4, top - 10, width + 8, 10, Ink.Roof);
        for (var y = top + 12; y < bottom - 16; y += 30)
        {
            for (var across = x + 10; across < x + width - 14; across += 24)
            {
                Fill(across, y, 14, 16, Ink.Window);
            }
        }
    }

    private void DrawTree(int x, int foot, int size)
    {
        Fill(x - 4, foot - size * 2, 8, size * 2, Ink.Wood);
        Disc(x, foot - size * 2, size, Ink.Leaf);
        Disc(x - size / 2, foot - size * 3 / 2, size * 2 / 3, Ink.Leaf);
        Disc(x + size / 2, foot - size * 3 / 2, size * 2 / 3, Ink.Leaf);
    }

    private void DrawRow(int people, int top, int size, Ink[] clothes)
    {
        var step = Width / (people + 1);
        for (var i = 1; i <= people; i++)
        {
            DrawPerson(i * step + Vary(i + 30, 24) - 12, top + Vary(i + 40, 10), size, clothes[(i + seed) % clothes.Length]);
        }
    }

    private void DrawPerson(int x, int top, int size, Ink clothes)
    {
        Fill(x - size / 3, top + size * 2, size / 4, size * 5 / 4, Ink.Hair);
        Fill(x + size / 12, top + size * 2, size / 4, size * 5 / 4, Ink.Hair);
        Disc(x, top + size * 5 / 4, size * 3 / 5, clothes);
        Fill(x - size * 3 / 5, top + size * 5 / 4, size * 6 / 5, size * 4 / 5, clothes);
        Disc(x, top + size / 3, size / 2, Ink.Hair);
        Disc(x, top + size / 2, size * 2 / 5, Ink.Skin);
    }

    private void Lines(int x, int y, int width, int count, int step)
    {
        for (var i = 0; i < count; i++)
        {
            Fill(x, y + i * step, width - Vary(i + 50, width / 3), 4, Ink.Text);
        }
    }

    private void Fill(int x, int y, int width, int height, Ink ink)
    {
        var (left, right) = (Math.Clamp(x, 0, Width), Math.Clamp(x + width, 0, Width));
        for (var row = Math.Max(y, 0); row < Math.Min(y + height, Height); row++)
        {
            pixels.AsSpan(row * Width + left, right - left).Fill((byte)ink);
        }
    }

    private void Disc(int x, int y, int radius, Ink ink)
    {
        for (var row = -radius; row <= radius; row++)
        {
            var half = (int)Math.Sqrt(radius * radius - row * row);
            Fill(x - half, y + row, half * 2, 1, ink);
        }
    }

    /// <summary>A number from 0 up to <paramref name="below"/>, its own for each <paramref name="which"/>.</summary>
    private int Vary(int which, int below) => (int)(((uint)(seed * 31 + which) * 2654435761u >> 8) % (uint)below);
}

using Mingce.Rules;
using Mingce.Rules.Pictures;

namespace Rules.Tests.Pictures;

public sealed class PhotoDayTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    // Cameras and screenshots name a file when it is made.
    [InlineData("IMG_20260305_101500.jpg", PhotoDayBasis.Name, "2026-03-05")]
    [InlineData("IMG20260305101500.jpg", PhotoDayBasis.Name, "2026-03-05")]
    [InlineData("IMG_20260305_101500_HDR.jpg", PhotoDayBasis.Name, "2026-03-05")]
    [InlineData("PXL_20260305_021500123.jpg", PhotoDayBasis.Name, "2026-03-05")]
    [InlineData("VID_20260305_101500.mp4", PhotoDayBasis.Name, "2026-03-05")]
    [InlineData("20260305_101500.jpg", PhotoDayBasis.Name, "2026-03-05")]
    [InlineData("Screenshot_20260305_101500_com.tencent.mm.jpg", PhotoDayBasis.Name, "2026-03-05")]
    [InlineData("Screenshot_2026-03-05-10-15-00-12.png", PhotoDayBasis.Name, "2026-03-05")]
    [InlineData("截屏2026-03-05 10.15.00.png", PhotoDayBasis.Name, "2026-03-05")]
    [InlineData("2026年3月5日清扫.jpg", PhotoDayBasis.Name, "2026-03-05")]
    // WeChat and the like name it when it is saved.
    [InlineData("微信图片_20260305142233.jpg", PhotoDayBasis.SavedName, "2026-03-05")]
    [InlineData("微信图片_20260305142233_123.jpg", PhotoDayBasis.SavedName, "2026-03-05")]
    [InlineData("微信图片_2026-03-05_142233_123.jpg", PhotoDayBasis.SavedName, "2026-03-05")]
    [InlineData("WX20260305-142233@2x.png", PhotoDayBasis.SavedName, "2026-03-05")]
    [InlineData("WeChat Image_20260305142233.jpg", PhotoDayBasis.SavedName, "2026-03-05")]
    [InlineData("QQ图片20260305142233.jpg", PhotoDayBasis.SavedName, "2026-03-05")]
    [InlineData("mmexport1772641800123.jpg", PhotoDayBasis.SavedName, "2026-03-05")] // half past midnight in Shanghai, the day before in UTC
    [InlineData("企业微信截图_17726418001234.png", PhotoDayBasis.SavedName, "2026-03-05")]
    // The name says nothing: the folder nearest to the file does.
    [InlineData("2026-03-05/DSC_0123.jpg", PhotoDayBasis.Folder, "2026-03-05")]
    [InlineData("照片\\2026.3.5 清扫\\原图\\P1000123.JPG", PhotoDayBasis.Folder, "2026-03-05")]
    [InlineData("20260305/1.jpg", PhotoDayBasis.Folder, "2026-03-05")]
    [InlineData("2026年/3月5日环境整治/1.jpg", PhotoDayBasis.FolderWithoutYear, "2026-03-05")]
    [InlineData("3.5学雷锋/1.jpg", PhotoDayBasis.FolderWithoutYear, "2026-03-05")]
    [InlineData("12月5日/1.jpg", PhotoDayBasis.FolderWithoutYear, "2025-12-05")] // has not come yet this year
    [InlineData("2026-03-05/IMG_20260304_1.jpg", PhotoDayBasis.Name, "2026-03-04")]
    public void Read_NameOrFolder_TellsTheDay(string path, PhotoDayBasis basis, string day) =>
        PhotoDay.Read(null, path, Today).ShouldBe(new PhotoDay(DateOnly.Parse(day), basis));

    [Theory]
    [InlineData("DSC_0123.jpg")]
    [InlineData("DSC20261301.jpg")] // no such month
    [InlineData("IMG_20260230.jpg")] // no such day
    [InlineData("IMG_20260311_101500.jpg")] // has not come
    [InlineData("IMG_19990305.jpg")]
    [InlineData("mmexport1999999999999.jpg")] // 2033
    [InlineData("13812026030.jpg")]
    [InlineData("身份证420202602301234567.jpg")]
    [InlineData("1.jpg")]
    [InlineData("")]
    [InlineData("第3.5期/1.jpg")]
    [InlineData("2月30日/1.jpg")]
    public void Read_NothingThatTells_IsNull(string path) => PhotoDay.Read(null, path, Today).ShouldBeNull();

    [Fact]
    public void Read_Header_ComesFirstUnlessTheClockWasLost()
    {
        PhotoDay.Read(new(2026, 3, 4, 10, 15, 0), "IMG_20260305_101500.jpg", Today).ShouldBe(new PhotoDay(new(2026, 3, 4), PhotoDayBasis.Header));
        PhotoDay.Read(new(1980, 1, 1), "IMG_20260305_101500.jpg", Today)!.Basis.ShouldBe(PhotoDayBasis.Name);
        PhotoDay.Read(new(2027, 1, 1), "1.jpg", Today).ShouldBeNull();
    }

    [Theory]
    [InlineData(PhotoDayBasis.Header, 5, false)]
    [InlineData(PhotoDayBasis.Header, 4, true)]
    [InlineData(PhotoDayBasis.Name, 6, true)]
    [InlineData(PhotoDayBasis.SavedName, 9, false)] // saved days later, as people do
    [InlineData(PhotoDayBasis.SavedName, 4, true)] // saved before the activity was
    public void Contradicts_ActivityOfThe5th_OnlyWhereItCannotBe(PhotoDayBasis basis, int day, bool expected)
    {
        var photo = new PhotoDay(new(2026, 3, day), basis);
        photo.Contradicts(Period.Of(new(2026, 3, 5))).ShouldBe(expected);
        photo.Contradicts(Period.OfYear(2025)).ShouldBeFalse();
    }

    [Fact]
    public void Read_LongNames_TakeNoTime()
    {
        foreach (var part in new[] { "20260", "1月", "企业微信", "2026年 ", "IMG_2" })
            PhotoDay.Read(null, string.Concat(Enumerable.Repeat(part, 2000)) + "/x.jpg", Today);
    }
}
